const PLACE = "position inset float vertical-align order z-index margin align-self justify-self flex grid-area";
const SMALL = 40;
function standIn(element, style) {
  const own = getComputedStyle(element);
  const attribute = (name, usual) => parseFloat(element.getAttribute(name) ?? "") || usual;
  const box = element.getBoundingClientRect();
  const laidOut = box.width + box.height > 0;
  const width = laidOut ? box.width : attribute("width", 300);
  const height = laidOut ? box.height : attribute("height", 150);
  if (own.display == "none" || width < SMALL || height < SMALL) return false;
  const set = (name, value) => style.setProperty(name, value, "important");
  for (const name of PLACE.split(" ")) set(name, own.getPropertyValue(name));
  const parent = element.parentElement;
  const fills = (size, all = 0) => laidOut && Math.abs(size - all) < 1;
  set("display", own.display == "inline" ? "inline-block" : own.display);
  set("box-sizing", "border-box");
  set("overflow", "hidden");
  set("max-width", "100%");
  set("width", fills(width, contentWidth(parent)) ? "100%" : `${width}px`);
  if (own.position == "absolute" && fills(height, parent?.clientHeight)) set("height", "100%");
  else if (own.aspectRatio != "auto") set("aspect-ratio", `${width}/${height}`);
  else set("height", `${height}px`);
  return true;
}
function contentWidth(parent) {
  if (!parent) return 0;
  const { paddingLeft, paddingRight } = getComputedStyle(parent);
  return parent.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
}

export { standIn };
