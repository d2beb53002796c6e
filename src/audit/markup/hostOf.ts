const SPACES = /[\t\n\r]+/g;

/**
 * The host that an address asks, in lower case; empty for a relative one and for what is never fetched
 * from a host (`data:`, `blob:`, `mailto:` …). Read as browsers do: `\` counts as `/`, line ends count as nothing.
 */
export function hostOf(address: string): string {
  const text = address.trim();
  const first = text.charCodeAt(0);
  if (first != 47 && first != 92 && !text.includes(":")) return "";
  try {
    const { protocol, hostname } = new URL(text.replace(SPACES, ""), "https://own.invalid/");
    if (!/^(?:https?|wss?):$/.test(protocol) || hostname == "own.invalid") return "";
    return hostname;
  } catch {
    return ""; // No address at all.
  }
}
