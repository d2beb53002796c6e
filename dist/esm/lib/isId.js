function isId(value) {
  return typeof value == "string" && /^[a-z][a-z0-9-]{0,63}$/.test(value);
}

export { isId };
