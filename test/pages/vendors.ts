import { readFileSync } from "node:fs";
import type { Answer, Asked } from "./answer.ts";

const text = (name: string): string =>
  readFileSync(new URL(`./vendors/${name}`, import.meta.url), "utf8");
const script = (name: string): Answer => ({
  body: text(name),
  headers: { "content-type": "text/javascript; charset=utf-8", "access-control-allow-origin": "*" },
});
const page = (name: string): Answer => ({
  body: text(name),
  headers: { "content-type": "text/html; charset=utf-8" },
});
const nothing: Answer = { status: 204, headers: { "access-control-allow-origin": "*" } };
/** The smallest picture: 1 by 1, transparent. */
export const pixel: Answer = {
  body: Buffer.from("R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==", "base64"),
  headers: { "content-type": "image/gif" },
};
const thirdParty = (cookie: string): Answer => ({
  ...pixel,
  headers: {
    ...pixel.headers,
    "set-cookie": `${cookie}=1; Max-Age=33696000; Path=/; SameSite=None; Secure`,
  },
});

/** What each host of a vendor answers, by the start of the path; the first that fits counts. */
const hosts: Record<string, readonly (readonly [path: string, answer: Answer])[]> = {
  "www.googletagmanager.com": [["/gtag/js", script("gtag.js")]],
  "www.google-analytics.com": [["/g/collect", nothing]],
  "googleads.g.doubleclick.net": [["/pagead/viewthroughconversion/", pixel]],
  "static.hotjar.com": [["/c/hotjar-", script("hotjar.js")]],
  "script.hotjar.com": [["/modules.", script("hotjar-modules.js")]],
  "in.hotjar.com": [["/api/", nothing]],
  "bat.bing.com": [
    ["/bat.js", script("bat.js")],
    ["/action/0", thirdParty("MUID")],
  ],
  "www.youtube-nocookie.com": [
    ["/embed/", page("video.html")],
    ["/youtubei/", nothing],
  ],
  "l.ecn-ldr.de": [["/loader/loader.js", script("econda.js")]],
  "www.econda-monitor.de": [["/l/", nothing]],
  "www.facebook.com": [["/tr", pixel]],
};

export const vendorHosts: readonly string[] = Object.keys(hosts);

/** Answers for a vendor, or null where the host is none of theirs. */
export function answerVendor({ url }: Asked): Answer | null {
  const rows = hosts[url.hostname];
  if (!rows) return null;
  return rows.find(([path]) => url.pathname.startsWith(path))?.[1] ?? { status: 404 };
}
