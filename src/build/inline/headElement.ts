import { createHash } from "node:crypto";
import { brotliCompressSync } from "node:zlib";

/** A script element for the head of a page, and what is to be known of it. */
export interface HeadElement {
  html: string;
  /** Its size and its hash for `script-src`, as one line. */
  facts: string;
}

/** Puts the script's text into an element; the nonce may be what a server replaces by one. */
export function headElement(code: string, nonce: string | undefined): HeadElement {
  const value = nonce?.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const hash = createHash("sha256").update(code).digest("base64");
  const sizes = `${Buffer.byteLength(code)} bytes, ${brotliCompressSync(code).length} by brotli`;
  return {
    html: `<script${value ? ` nonce="${value}"` : ""}>${code}</script>`,
    facts: `${sizes}; script-src 'sha256-${hash}'`,
  };
}
