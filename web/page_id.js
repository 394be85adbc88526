// The id that the path of a page names: "c-plus-plus" of /skills/c-plus-plus.

export function pageId(url) {
  const part = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray % in the address; the server will not know it either
  }
}
