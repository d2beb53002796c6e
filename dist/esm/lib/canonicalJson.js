function canonicalJson(value) {
  return JSON.stringify(
    value,
    (_key, part) => part && typeof part == "object" && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a < b ? -1 : 1)) : part
  );
}

export { canonicalJson };
