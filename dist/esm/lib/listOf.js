function listOf(value, most) {
  try {
    return Array.isArray(value) ? value.slice(0, most) : null;
  } catch {
    return null;
  }
}

export { listOf };
