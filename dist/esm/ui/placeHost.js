function placeHost(document, element) {
  const page = document.documentElement;
  const parent = [...page.querySelectorAll("dialog:modal")].at(-1) ?? page;
  if (element.parentNode == parent) return false;
  parent.insertBefore(element, parent.querySelector(":scope > body"));
  return true;
}

export { placeHost };
