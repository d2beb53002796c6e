/**
 * What makes a browser fetch, and on which elements of HTML and SVG. Nothing else is ever written: `a`, `area`, `base`,
 * `form` and `button` carry addresses too, and markup of strangers must not come alive by them.
 */
export const ADDRESSES: Readonly<Record<string, string>> = {
  src: "iframe,img,audio,video,source,track,embed,input[type=image i]",
  srcset: "img,source",
  poster: "video",
  data: "object",
  href: "link,image,use",
  // Its old name in SVG, under which it is only looked for: what is released is named `href`.
  "xlink:href": "image,use",
  imagesrcset: "link",
  srcdoc: "iframe",
};

/** Every element that can be held back but scripts, and boxes that a script fills. */
export const HOLDABLE: string = /* @__PURE__ */ Object.values(ADDRESSES)
  .concat("[data-placeholder]")
  .join();

/** What changes a mark, or who may load what. */
export const WATCHED: string[] = [
  "data-consent",
  "data-consent-ignore",
  "data-placeholder",
  "loading",
  .../* @__PURE__ */ Object.keys(ADDRESSES).flatMap((name) => [
    name,
    `data-${name}`,
    `data-consent-${name}`,
  ]),
];
