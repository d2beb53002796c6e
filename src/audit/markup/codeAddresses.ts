/** An address that a script asks by itself. */
export interface CodeAddress {
  address: string;
  at: number;
  /** `import` and `script` load code or pictures at once; `call` may wait for something. */
  how: "import" | "source" | "call";
}

const IMPORTS =
  /\bimport\s*(?:[\w*{}\s,$]+?\s*from\s*)?(?:\(\s*)?["'`]((?:https?:)?\/\/[^"'`\s]+)["'`]|\bexport\s+[\w*{}\s,$]+?\s+from\s*["']((?:https?:)?\/\/[^"'\s]+)["']|\bimportScripts\(\s*["'`]((?:https?:)?\/\/[^"'`\s]+)/g;
const SOURCES = /\.src\s*=\s*["'`]((?:https?:)?\/\/[^"'`\s$]+)/g;
const WRITES =
  /document\.write(?:ln)?\([^)]*?<(?:script|iframe|img)\b[^>]*?\bsrc\s*=\s*\\?["']?((?:https?:)?\/\/[^"'\\\s>]+)/gi;
const CALLS =
  /\b(?:fetch|sendBeacon|EventSource|WebSocket|Worker)\(\s*["'`]((?:https?:|wss?:)?\/\/[^"'`\s$]+)|\.open\(\s*["'](?:GET|POST)["']\s*,\s*["'`]((?:https?:)?\/\/[^"'`\s$]+)/g;

/** Addresses that stand whole in a script where it loads, imports or calls. What is put together is not found. */
export function codeAddresses(code: string): CodeAddress[] {
  const found: CodeAddress[] = [];
  const collect = (pattern: RegExp, how: CodeAddress["how"]): void => {
    for (const match of code.matchAll(pattern)) {
      const address = match.slice(1).find(Boolean);
      if (address) found.push({ address, at: match.index, how });
    }
  };
  if (!code.includes("//")) return found;
  collect(IMPORTS, "import");
  collect(SOURCES, "source");
  collect(WRITES, "source");
  collect(CALLS, "call");
  return found;
}
