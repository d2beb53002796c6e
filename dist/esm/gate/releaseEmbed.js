const FETCHING = ["src", "srcset", "href", "poster", "data"];
function releaseEmbed(element, trust) {
  for (const name of FETCHING) {
    const value = element.getAttribute(`data-${name}`);
    if (value == null || element.getAttribute(name) == value) continue;
    const isSink = element.matches("object,embed");
    element.setAttribute(name, isSink ? trust("createScriptURL", value) : value);
  }
  if (element.ownerDocument.readyState == "loading") putAnew(element);
  reloadMedia(element);
}
function putAnew(element) {
  if (element.matches("iframe,object,embed")) {
    element.before(element);
  }
}
function reloadMedia(element) {
  element.closest("video,audio")?.load();
}

export { FETCHING, putAnew, releaseEmbed, reloadMedia };
