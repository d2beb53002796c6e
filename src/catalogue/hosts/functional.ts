import { NUXT, RADAR, TARTEAUCITRON, type HostTable } from "./hostFacts.ts";

/** A chat: a script that draws a window of its own and talks over a socket. */
const CHAT = "script connect socket frame image style font media form";
/** A player or another window of the vendor's, and the script that fetches it. */
const EMBED = "frame script connect image style";
const FILES = "connect image style font media script";

export const functional: HostTable = {
  calendly: {
    confidence: "medium",
    sources: [RADAR, NUXT],
    hosts: { "calendly.com": EMBED, "*.calendly.com": EMBED },
  },
  crisp: {
    confidence: "medium",
    sources: [RADAR, NUXT],
    hosts: { "*.crisp.chat": CHAT },
  },
  dailymotion: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: {
      "*.dailymotion.com": EMBED,
      "*.dmcdn.net": FILES,
      "*.dm-event.net": "connect image",
      "imasdk.googleapis.com": "script frame",
    },
  },
  facebook: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: {
      "www.facebook.com": `${EMBED} form`,
      "connect.facebook.net": "script connect image style",
      "*.fbcdn.net": FILES,
    },
  },
  hcaptcha: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON, "npm @hcaptcha/loader 2.4.2"],
    hosts: { "js.hcaptcha.com": EMBED, "hcaptcha.com": EMBED, "*.hcaptcha.com": EMBED },
  },
  hubspot: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: {
      "*.hs-scripts.com": "script connect",
      "*.hs-analytics.net": "script connect image",
      "*.hs-banner.com": "script connect",
      "*.hscollectedforms.net": "script connect",
      "*.hsadspixel.net": "script connect",
      "*.usemessages.com": "script connect frame",
      "*.hsforms.net": "script connect image style frame",
      "*.hsforms.com": "script connect image frame form",
      "*.hsleadflows.net": "script connect image",
      "*.hubspot.com": "script connect image frame form",
      "*.hubapi.com": "connect",
    },
  },
  instagram: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON, NUXT],
    hosts: {
      "www.instagram.com": EMBED,
      "platform.instagram.com": EMBED,
      "graph.instagram.com": "connect",
      "*.cdninstagram.com": FILES,
      "*.fbcdn.net": FILES,
    },
  },
  intercom: {
    confidence: "high",
    sources: [
      "https://www.intercom.com/help/en/articles/3894-using-intercom-with-content-security-policy",
    ],
    hosts: {
      "*.intercom.io": "script connect socket image form",
      "*.intercomcdn.com": "script connect image font media style",
      "*.intercomassets.com": "image font media",
    },
  },
  openstreetmap: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: {
      "www.openstreetmap.org": EMBED,
      "tile.openstreetmap.org": "image connect",
      "*.tile.openstreetmap.org": "image connect",
      "nominatim.openstreetmap.org": "connect",
    },
  },
  paypal: {
    confidence: "medium",
    sources: [RADAR, NUXT],
    hosts: {
      "www.paypal.com": `${EMBED} form`,
      "*.paypal.com": `${EMBED} form`,
      "www.paypalobjects.com": `${FILES} frame`,
    },
  },
  "short-io": {
    confidence: "low",
    sources: ["Short.io SDK tests and sources"],
    hosts: { "short.io": "connect image" },
  },
  smartsupp: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: {
      "*.smartsuppchat.com": CHAT,
      "*.smartsupp.com": CHAT,
      "*.smartsuppcdn.com": CHAT,
    },
  },
  soundcloud: {
    confidence: "low",
    sources: [TARTEAUCITRON, RADAR],
    hosts: {
      "w.soundcloud.com": EMBED,
      "*.soundcloud.com": EMBED,
      "*.sndcdn.com": FILES,
    },
  },
  spotify: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: {
      "open.spotify.com": EMBED,
      "*.spotifycdn.com": FILES,
      "*.scdn.co": FILES,
      "*.spotify.com": `${EMBED} socket`,
    },
  },
  stripe: {
    confidence: "medium",
    sources: [RADAR, NUXT],
    hosts: {
      "js.stripe.com": "script frame connect",
      "*.stripe.com": "script frame connect image form",
      "m.stripe.network": "frame script connect",
    },
  },
  tawk: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: { "*.tawk.to": CHAT, "*.tawk.link": CHAT },
  },
  trustpilot: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: {
      "widget.trustpilot.com": EMBED,
      "invitejs.trustpilot.com": "script connect",
      "api.trustpilot.com": "connect",
    },
  },
  turnstile: {
    confidence: "high",
    sources: ["https://developers.cloudflare.com/turnstile/reference/content-security-policy"],
    hosts: { "challenges.cloudflare.com": "script frame connect" },
  },
  typeform: {
    confidence: "medium",
    sources: [RADAR, "npm @typeform/embed 6.1.1"],
    hosts: {
      "*.typeform.com": `${EMBED} font`,
      "*.typeform.eu": `${EMBED} font`,
    },
  },
  userlike: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: {
      "userlike-cdn-widgets.s3-eu-west-1.amazonaws.com": "script connect image style font media",
      "userlike-cdn-umm.b-cdn.net": "script connect image style font media",
      "*.userlike.com": CHAT,
    },
  },
  vimeo: {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON],
    hosts: {
      "player.vimeo.com": EMBED,
      "vimeo.com": "frame connect image",
      "*.vimeocdn.com": FILES,
      "*.vimeo.com": EMBED,
    },
  },
  "walls-io": {
    confidence: "medium",
    sources: [RADAR],
    hosts: { "walls.io": `${EMBED} socket`, "*.walls.io": `${EMBED} socket font media` },
  },
  "x-embed": {
    confidence: "medium",
    sources: [RADAR, TARTEAUCITRON, NUXT],
    hosts: {
      "platform.twitter.com": EMBED,
      "platform.x.com": EMBED,
      "syndication.twitter.com": "frame connect image script",
      "*.twimg.com": FILES,
    },
  },
  zendesk: {
    confidence: "medium",
    sources: [RADAR, "https://developer.zendesk.com/api-reference"],
    hosts: {
      "*.zdassets.com": CHAT,
      "*.zendesk.com": CHAT,
      "*.zopim.com": CHAT,
      "api.smooch.io": "connect socket",
    },
  },
};
