#include "server/site_handler.h"

#include "core/text/utf8.h"
#include "server/problem.h"

#include <string>

namespace guidepost::server {
namespace {

constexpr std::string_view page_name = "index.html";
constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

Response file(const Request& request, const WebAssets& assets, std::string_view name) {
  const WebAsset* asset = assets.find(name);
  if (!asset) {
    return problem(ProblemCode::not_found, "there is no file \"" + clean_utf8(name, 100) + "\"");
  }
  Response response;
  response.set("Content-Security-Policy", std::string(content_policy));
  response.set("Referrer-Policy", "no-referrer");
  response.set("ETag", asset->etag);
  if (request.header("if-none-match") == asset->etag) {
    response.status = 304;
    return response;
  }
  response.set("Content-Type", std::string(asset->content_type));
  response.body = asset->bytes;
  return response;
}

}  // namespace

Response site_page(const Request& request, const WebAssets& assets) {
  return file(request, assets, page_name);
}

Response site_asset(const Request& request, const WebAssets& assets) {
  return file(request, assets, request.captured);
}

}  // namespace guidepost::server
