function keysOf(value) {
  try {
    return typeof value == "object" ? Object.keys(value) : [];
  } catch {
    return [];
  }
}

export { keysOf };
