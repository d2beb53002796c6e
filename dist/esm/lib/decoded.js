function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

export { decoded };
