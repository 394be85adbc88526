// The demo site: one page that reads its own address, and the files it loads. It may load nothing from elsewhere.
#pragma once

#include "server/http_message.h"
#include "server/web_assets.h"

namespace guidepost::server {

/// index.html, whatever the path says: the page finds out itself what to show.
Response site_page(const Request& request, const WebAssets& assets);

/// The file whose name was captured. 304 when the client has it already.
Response site_asset(const Request& request, const WebAssets& assets);

}  // namespace guidepost::server
