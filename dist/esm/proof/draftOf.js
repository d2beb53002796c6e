function draftOf(entry, notice) {
  return {
    ...entry,
    at: new Date(entry.at).toISOString(),
    expires: new Date(entry.expiresAt).toISOString(),
    notice,
    page: entry.page.replace(/[?#].*/s, ""),
    signals: { gpc: entry.gpc }
  };
}
function lapseOf(last, next) {
  const { at, page, signals, library } = next;
  return {
    ...last,
    event: "expired",
    method: "lapse",
    at,
    categories: Object.fromEntries(
      Object.keys(last.categories).map((id) => [id, id == "necessary"])
    ),
    services: {},
    page,
    signals,
    library,
    trusted: false
  };
}

export { draftOf, lapseOf };
