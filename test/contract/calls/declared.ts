import type { Declared } from "./expectation.ts";

/**
 * Services that the page's own markup or server starts, and with which markup: frames, network
 * services, and vendors whose long snippet stays in the page, gated. They are declared, named in
 * placeholders, and erased. Without markup nothing on a page is theirs.
 */
export const declared: Record<string, Declared> = {
  calendly: { frame: "https://calendly.com/acme/30min" },
  cloudflare: {},
  dailymotion: { frame: "https://geo.dailymotion.com/player.html?video=x8abc" },
  facebook: { script: "https://connect.facebook.net/en_US/sdk.js" },
  fullstory: {
    script: "https://edge.fullstory.com/s/fs.js",
    vendor: ["FS"],
    granted: [["FS", "start"]],
    revoked: [["FS", "shutdown"]],
  },
  "google-fonts": { style: "https://fonts.googleapis.com/css2?family=Roboto" },
  "google-maps": { frame: "https://www.google.com/maps/embed?pb=!1m18" },
  "google-optimize": {},
  instagram: { script: "https://www.instagram.com/embed.js" },
  onetrust: {},
  openstreetmap: {
    frame: "https://www.openstreetmap.org/export/embed.html?bbox=4.8,52.3,5.0,52.4",
  },
  paypal: { script: "https://www.paypal.com/sdk/js?client-id=test" },
  "short-io": {},
  soundcloud: { frame: "https://w.soundcloud.com/player/?url=x" },
  spotify: { frame: "https://open.spotify.com/embed/track/abc" },
  stripe: { script: "https://js.stripe.com/v3/" },
  trustpilot: { frame: "https://widget.trustpilot.com/trustboxes/abc/index.html" },
  typeform: { frame: "https://form.typeform.com/to/abc" },
  vimeo: { frame: "https://player.vimeo.com/video/76979871?dnt=1" },
  vwo: { script: "https://dev.visualwebsiteoptimizer.com/j.php?a=123456" },
  "walls-io": { frame: "https://my.walls.io/abc" },
  "x-embed": { script: "https://platform.twitter.com/widgets.js" },
  youtube: { frame: "https://www.youtube-nocookie.com/embed/abc" },
};
