function recordKey(...parts) {
  return parts.map((part) => String(part).padStart(8, "0")).join("/");
}
function chainOf(row) {
  return Number.parseInt(row.key, 10) || 0;
}

export { chainOf, recordKey };
