function safeUrl(value) {
  if (typeof value != "string" || !value) return "";
  try {
    return /^(https?|mailto):$/.test(new URL(value, "https://relative.invalid/").protocol) ? value : "";
  } catch {
    return "";
  }
}

export { safeUrl };
