import { type MarkupElement, valueOf } from "./element.ts";

/** What is asked of another host: how a finding calls it. */
export type Kind = "script" | "frame" | "picture" | "stylesheet" | "media" | "object" | "link";

/** One address in an element that the browser fetches without a click. */
export interface Fetched {
  attribute: string;
  address: string;
  kind: Kind;
  /** Only looks the host's name up: no byte reaches the host itself. */
  lookup?: true;
}

type Row = readonly [attribute: string, kind: Kind, list?: true];

/** Where HTML and SVG fetch from (HTML, "fetching resources" of each element; SVG 2, 15 and 8.4). */
const ATTRIBUTES: Readonly<Record<string, readonly Row[]>> = {
  script: [
    ["src", "script"],
    ["href", "script"],
    ["xlink:href", "script"],
  ],
  iframe: [["src", "frame"]],
  frame: [["src", "frame"]],
  embed: [["src", "object"]],
  object: [["data", "object"]],
  img: [
    ["src", "picture"],
    ["srcset", "picture", true],
  ],
  source: [
    ["src", "media"],
    ["srcset", "picture", true],
  ],
  video: [
    ["src", "media"],
    ["poster", "picture"],
  ],
  audio: [["src", "media"]],
  track: [["src", "media"]],
  input: [["src", "picture"]],
  image: [
    ["href", "picture"],
    ["xlink:href", "picture"],
  ],
  feimage: [
    ["href", "picture"],
    ["xlink:href", "picture"],
  ],
  use: [
    ["href", "picture"],
    ["xlink:href", "picture"],
  ],
};

/** `background` of `body`, `table` and its parts. */
const BACKGROUND: readonly Row[] = [["background", "picture"]];

/** Kinds of `<link>` that fetch (HTML 4.6.7); `canonical`, `alternate`, `author` and the like never do. */
const RELATIONS: Readonly<Record<string, Kind>> = {
  stylesheet: "stylesheet",
  icon: "picture",
  "apple-touch-icon": "picture",
  "apple-touch-icon-precomposed": "picture",
  "apple-touch-startup-image": "picture",
  "mask-icon": "picture",
  manifest: "link",
  preload: "link",
  modulepreload: "script",
  prefetch: "link",
  prerender: "link",
  preconnect: "link",
  "compression-dictionary": "link",
  "dns-prefetch": "link",
};

/** Every address that the browser fetches for this element as it stands. */
export function fetching(element: MarkupElement): Fetched[] {
  if (element.name == "link") return linked(element);
  if (element.name == "script" && !runs(element)) return [];
  if (element.name == "input" && valueOf(element, "type")?.trim().toLowerCase() != "image") {
    return [];
  }
  const found: Fetched[] = [];
  // `Object.hasOwn`: an element may be called `constructor`.
  const rows = Object.hasOwn(ATTRIBUTES, element.name) ? ATTRIBUTES[element.name]! : BACKGROUND;
  for (const [attribute, kind, list] of rows) {
    const value = valueOf(element, attribute);
    if (!value) continue;
    const addresses = list ? candidates(value) : [value];
    for (const address of addresses) found.push({ attribute, address, kind });
  }
  return found;
}

function linked(element: MarkupElement): Fetched[] {
  const relations = (valueOf(element, "rel") ?? "").toLowerCase().split(/\s+/);
  const rel = relations.find((name) => Object.hasOwn(RELATIONS, name));
  if (!rel) return [];
  const kind = RELATIONS[rel]!;
  const found: Fetched[] = [];
  const href = valueOf(element, "href");
  if (href) {
    found.push({
      attribute: "href",
      address: href,
      kind,
      ...(relations.every((name) => name == "dns-prefetch") && { lookup: true }),
    });
  }
  for (const address of candidates(valueOf(element, "imagesrcset") ?? "")) {
    found.push({ attribute: "imagesrcset", address, kind: "picture" });
  }
  return found;
}

/** Types that browsers run (WHATWG MIME, "JavaScript MIME type"). */
const RUNS =
  /^(?:module|(?:application|text)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.[0-5]|jscript|livescript))?$/;

/** Whether the browser runs a script element as it stands. */
export function runs(element: MarkupElement): boolean {
  const type = valueOf(element, "type");
  const language = valueOf(element, "language");
  const told = type ?? (language ? `text/${language}` : "");
  return RUNS.test(told.trim().toLowerCase()) && (type == null || type == "" || !!type.trim());
}

/** Addresses of a `srcset`: the first word of each candidate. */
export function candidates(value: string): string[] {
  return [...value.matchAll(/(?:^|,)\s*([^\s,]\S*)/g)]
    .map(([, address]) => address!.replace(/,+$/, ""))
    .filter(Boolean);
}
