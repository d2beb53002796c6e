import { GOOGLE_CSP, NUXT, RADAR, TARTEAUCITRON, type HostTable } from "./hostFacts.ts";

export const google: HostTable = {
  "google-analytics": {
    confidence: "high",
    sources: [GOOGLE_CSP, RADAR],
    hosts: {
      "www.googletagmanager.com": "script connect image",
      "*.google-analytics.com": "script connect image",
      "analytics.google.com": "connect image",
      "*.analytics.google.com": "connect image",
      "stats.g.doubleclick.net": "connect image",
      "www.google.com": "connect image",
    },
  },
  "google-universal-analytics": {
    confidence: "high",
    sources: [GOOGLE_CSP, RADAR],
    hosts: {
      "*.google-analytics.com": "script connect image",
      "stats.g.doubleclick.net": "script connect image",
    },
  },
  "google-ads": {
    confidence: "high",
    sources: [GOOGLE_CSP, RADAR],
    hosts: {
      "www.googletagmanager.com": "script connect image frame",
      "www.googleadservices.com": "script connect image",
      "*.doubleclick.net": "script connect image frame",
      "*.googlesyndication.com": "script connect image",
      "www.google.com": "script connect image",
    },
  },
  "google-tag-manager": {
    confidence: "high",
    sources: [GOOGLE_CSP],
    hosts: { "www.googletagmanager.com": "script connect image frame style" },
  },
  "google-optimize": {
    confidence: "medium",
    sources: [RADAR],
    hosts: { "www.googleoptimize.com": "script connect image style font" },
  },
  "google-fonts": {
    confidence: "high",
    sources: ["https://developers.google.com/fonts/faq/privacy"],
    hosts: { "fonts.googleapis.com": "style connect", "fonts.gstatic.com": "font connect" },
  },
  "google-maps": {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: {
      "www.google.com": "frame script connect image",
      "maps.google.com": "frame script connect image",
      "maps.googleapis.com": "script connect image",
      "maps.gstatic.com": "script connect image",
      "*.googleapis.com": "connect image style script",
      "fonts.gstatic.com": "font",
    },
  },
  "google-recaptcha": {
    confidence: "medium",
    sources: [RADAR, NUXT, TARTEAUCITRON],
    hosts: {
      "www.google.com": "script frame connect image",
      "www.recaptcha.net": "script frame connect image",
      "www.gstatic.com": "script style image font",
    },
  },
  youtube: {
    confidence: "medium",
    sources: [RADAR, NUXT],
    hosts: {
      "www.youtube-nocookie.com": "frame script image connect",
      "www.youtube.com": "frame script image connect",
      "i.ytimg.com": "image",
      "*.googlevideo.com": "media connect",
      "jnn-pa.googleapis.com": "connect",
      "play.google.com": "connect",
      "static.doubleclick.net": "script",
      "googleads.g.doubleclick.net": "script connect image",
      "fonts.gstatic.com": "font",
      "www.gstatic.com": "script image",
    },
  },
};
