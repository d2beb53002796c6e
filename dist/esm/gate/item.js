function scriptUrl(element) {
  return element.getAttribute("data-src") ?? element.getAttribute("src") ?? "";
}
function scriptType(element) {
  const type = element.getAttribute("data-type") ?? "";
  return type.endsWith("/javascript") ? "" : type;
}
function scriptLabel({ element }) {
  return scriptUrl(element) || element.textContent.trim().slice(0, 60);
}

export { scriptLabel, scriptType, scriptUrl };
