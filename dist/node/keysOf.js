function isId(value) {
  return typeof value == "string" && /^[a-z][a-z0-9-]{0,63}$/.test(value);
}

function keysOf(value) {
  try {
    return typeof value == "object" ? Object.keys(value) : [];
  } catch {
    return [];
  }
}

export { isId as i, keysOf as k };
