import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hostOf } from "../markup/hostOf.ts";

/** Files that say where a folder will be served, and the addresses in them. */
const SAYS: readonly (readonly [file: string, address: RegExp])[] = [
  ["CNAME", /^\s*([\w.-]+\.[a-z]{2,})\s*$/im],
  ["sitemap.xml", /<loc>\s*([^<\s]+)/i],
  ["sitemap_index.xml", /<loc>\s*([^<\s]+)/i],
  ["robots.txt", /^sitemap:\s*(\S+)/im],
  ["index.html", /<link\b[^>]*\brel=["']?canonical\b[^>]*>/i],
  ["index.html", /<meta\b[^>]*\bproperty=["']?og:url\b[^>]*>/i],
  ["index.html", /<base\b[^>]*>/i],
];

/** Hosts that a folder names as its own. */
export async function ownHosts(folder: string): Promise<string[]> {
  const hosts = new Set<string>();
  for (const [file, pattern] of SAYS) {
    const text = await readFile(join(folder, file), "utf8").catch(() => "");
    const match = pattern.exec(text);
    const said = /\b(?:href|content)\s*=\s*["']?([^"'\s>]+)/i.exec(match?.[0] ?? "");
    const address = said?.[1] ?? match?.[1];
    const host = address && hostOf(file == "CNAME" ? `https://${address}/` : address);
    if (host) hosts.add(host);
  }
  return [...hosts];
}
