function placeHost(document, element) {
  const page = document.documentElement;
  const modal = [...page.querySelectorAll("dialog[open]")].filter((one) => one.matches(":modal"));
  const parent = modal.at(-1) ?? page;
  if (element.parentNode == parent) return false;
  parent.insertBefore(element, parent.querySelector(":scope > body"));
  return true;
}

export { placeHost };
