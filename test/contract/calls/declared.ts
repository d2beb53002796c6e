/**
 * Services that the page's own markup or server starts: frames, network services, and vendors whose
 * long snippet stays in the page, gated. They are declared, named in placeholders, and erased.
 */
export const declared: readonly string[] = [
  "calendly",
  "cloudflare",
  "dailymotion",
  "facebook",
  "fullstory",
  "google-fonts",
  "google-maps",
  "google-optimize",
  "instagram",
  "onetrust",
  "openstreetmap",
  "paypal",
  "short-io",
  "soundcloud",
  "spotify",
  "stripe",
  "trustpilot",
  "typeform",
  "vimeo",
  "vwo",
  "walls-io",
  "x-embed",
  "youtube",
];
