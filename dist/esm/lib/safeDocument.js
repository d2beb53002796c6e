function safeDocument(document) {
  const prototype = Object.getPrototypeOf(Object.getPrototypeOf(document));
  return new Proxy(document, {
    get(_, key) {
      const value = Reflect.get(prototype, key, document);
      return typeof value == "function" ? value.bind(document) : value;
    },
    set: (_, key, value) => Reflect.set(prototype, key, value, document)
  });
}

export { safeDocument };
