import { NUXT, RADAR, TARTEAUCITRON, type HostTable } from "./hostFacts.ts";

/** A pixel: its script, and what it sends by image, fetch or beacon. */
const PIXEL = "script connect image";

export const advertising: HostTable = {
  awin: {
    confidence: "medium",
    sources: [RADAR],
    hosts: {
      "www.dwin1.com": PIXEL,
      "www.awin1.com": `${PIXEL} frame`,
      "www.zenaps.com": `${PIXEL} frame`,
    },
  },
  criteo: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: { "*.criteo.com": `${PIXEL} frame`, "*.criteo.net": `${PIXEL} frame` },
  },
  intelliad: {
    confidence: "low",
    sources: [RADAR],
    hosts: { "*.intelliad.de": `${PIXEL} frame` },
  },
  "linkedin-insight": {
    confidence: "medium",
    sources: [RADAR, NUXT],
    hosts: {
      "snap.licdn.com": PIXEL,
      "*.ads.linkedin.com": PIXEL,
      "www.linkedin.com": "connect image",
      "*.linkedin.oribi.io": PIXEL,
    },
  },
  lunio: {
    confidence: "low",
    sources: [RADAR],
    hosts: { "*.lunio.ai": PIXEL, "*.ppcprotect.com": PIXEL },
  },
  "meta-pixel": {
    confidence: "medium",
    sources: [RADAR, NUXT],
    hosts: {
      "connect.facebook.net": PIXEL,
      "www.facebook.com": "connect image frame form",
    },
  },
  "microsoft-uet": {
    confidence: "medium",
    sources: [RADAR, NUXT],
    hosts: {
      "bat.bing.com": PIXEL,
      "bat.bing.net": PIXEL,
      "c.bing.com": "connect image",
      "www.bing.com": PIXEL,
      "c.clarity.ms": "connect image",
    },
  },
  outbrain: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: { "*.outbrain.com": `${PIXEL} frame style` },
  },
  "pinterest-tag": {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: { "s.pinimg.com": PIXEL, "ct.pinterest.com": `${PIXEL} frame form` },
  },
  "reddit-pixel": {
    confidence: "medium",
    sources: [RADAR, NUXT],
    hosts: { "www.redditstatic.com": PIXEL, "*.reddit.com": "connect image" },
  },
  "snap-pixel": {
    confidence: "medium",
    sources: [RADAR, NUXT],
    hosts: { "sc-static.net": PIXEL, "*.snapchat.com": `${PIXEL} frame form` },
  },
  taboola: {
    confidence: "medium",
    sources: [RADAR],
    hosts: { "*.taboola.com": `${PIXEL} frame style` },
  },
  "tiktok-pixel": {
    confidence: "medium",
    sources: [RADAR, NUXT],
    hosts: {
      "analytics.tiktok.com": PIXEL,
      "analytics-ipv6.tiktokw.us": "connect image",
      "mon.tiktokv.com": "connect image",
    },
  },
  "x-pixel": {
    confidence: "medium",
    sources: [RADAR, NUXT],
    hosts: {
      "static.ads-twitter.com": PIXEL,
      "analytics.twitter.com": "connect image",
      "t.co": "connect image",
      "ads-api.x.com": "connect image",
    },
  },
};
