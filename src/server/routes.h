// Every path the server answers.
#pragma once

#include "server/router.h"
#include "server/serving.h"
#include "server/web_assets.h"

namespace guidepost::server {

/// Both must outlive the router.
Router routes(const Serving& serving, const WebAssets& assets);

}  // namespace guidepost::server
