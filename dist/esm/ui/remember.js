function remember(element) {
  const children = [...element.childNodes];
  const before = new Map(
    element.getAttributeNames().map((name) => [name, element.getAttribute(name)])
  );
  return () => {
    for (const name of element.getAttributeNames()) {
      if (!before.has(name)) element.removeAttribute(name);
    }
    for (const [name, value] of before) {
      if (element.getAttribute(name) != value) element.setAttribute(name, value);
    }
    element.replaceChildren(...children);
  };
}

export { remember };
