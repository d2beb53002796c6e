function keysOf(value) {
  try {
    return typeof value == "object" && value ? Object.keys(value) : [];
  } catch {
    return [];
  }
}

export { keysOf };
