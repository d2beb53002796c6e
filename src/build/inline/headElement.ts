import { createHash } from "node:crypto";
import { brotliCompressSync } from "node:zlib";
import { escapeAttribute } from "../../lib/escapeAttribute.ts";

/** A script element for the head of a page, and what is to be known of it. */
export interface HeadElement {
  html: string;
  /** For `script-src`, without quotes. */
  hash: string;
  /** Its size and its hash for `script-src`, as one line. */
  facts: string;
}

/** Puts the script's text into an element; the nonce may be what a server replaces by one. */
export function headElement(code: string, nonce: string | undefined): HeadElement {
  const value = nonce && escapeAttribute(nonce);
  const hash = `sha256-${createHash("sha256").update(code).digest("base64")}`;
  return {
    html: `<script${value ? ` nonce="${value}"` : ""}>${code}</script>`,
    hash,
    get facts() {
      return `${sizes(code)}; script-src '${hash}'`;
    },
  };
}

/** What a text weighs, in words. */
export function sizes(text: string): string {
  return `${Buffer.byteLength(text)} bytes, ${brotliCompressSync(text).length} by brotli`;
}
