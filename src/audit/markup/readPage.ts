import { type MarkupElement, valueOf } from "./element.ts";
import { runs } from "./fetching.ts";
import { hostOf } from "./hostOf.ts";
import type { Knowledge, Sighting } from "./judge.ts";
import { judgeImports } from "./judgeImports.ts";
import { judgeElement } from "./judgeElement.ts";
import type { Language } from "./language.ts";
import type { Masked } from "./maskTemplates.ts";
import { readJsx } from "./readJsx.ts";
import { readMarkup } from "./readMarkup.ts";

/** A file of the site's own that a page names, and whether it waits for consent. */
export interface Reference {
  address: string;
  kind: "script" | "style";
  held: boolean;
}

/** What one page says. */
export interface PageReading {
  sightings: Sighting[];
  unread: { offset: number; why: string }[];
  references: Reference[];
  /** Whether it loads Consentry. */
  hasLibrary: boolean;
  /** Ids of services that were recognised, marked or not, with the text that holds their id. */
  services: Map<string, string>;
}

/** Reads and judges one page. `text` has one character a byte. */
export function readPage(text: string, language: Language, known: Knowledge): PageReading {
  const page: PageReading = {
    sightings: [],
    unread: [],
    references: [],
    hasLibrary: false,
    services: new Map(),
  };
  const nonce = { library: "", held: [] as MarkupElement[] };
  const unread = (offset: number, why: string): void => void page.unread.push({ offset, why });
  const take = (element: MarkupElement): void => {
    note(element, page, nonce);
    const found = judgeElement(element, known);
    for (const sighting of found) {
      if (sighting.service) page.services.set(sighting.service, textOf(element));
    }
    page.sightings.push(...found);
    const held = servicesHeld(element, known);
    if (held && !page.services.has(held)) page.services.set(held, textOf(element));
  };
  if (language.reads == "jsx") readJsx(text, take, unread);
  else for (const part of readMarkup(text, language, take, unread)) tellMasked(part, known, unread);
  if (isProgram(language) && ASKS.test(text)) page.sightings = page.sightings.map(leftToProgram);
  if (isProgram(language)) page.sightings.push(...judgeImports(text, known));
  if (nonce.library)
    page.sightings.push(...nonce.held.flatMap((one) => lacking(one, nonce.library)));
  return page;
}

const ASKS = /\bfrom\s*["']consentry\//;

function isProgram({ reads, component, braces }: Language): boolean {
  return reads == "jsx" || !!component || !!braces;
}

/** A component that asks Consentry itself may draw the element only once it is permitted: no one can read that here. */
function leftToProgram(sighting: Sighting): Sighting {
  const { edits: _edits, ...rest } = sighting;
  return {
    ...rest,
    level: "note",
    message: `${sighting.message} The component asks Consentry, so it may wait all the same.`,
    fix: "Draw it only inside <Consented to> or after permits(); a live audit shows whether it waits.",
  };
}

function textOf(element: MarkupElement): string {
  return `${[...element.attributes.values()].map(({ value }) => value).join(" ")} ${element.text}`;
}

/** The service that a held element names, so that `--init` finds what is marked already. */
function servicesHeld(element: MarkupElement, known: Knowledge): string {
  const ids = valueOf(element, "data-consent")?.split(/\s+/) ?? [];
  return ids.find((id) => known.recogniser.service(id)) ?? "";
}

const LIBRARY = /(?:^|\/)consentry(?:\.[\w-]+)?\.js(?:[?#]|$)/;

function note(
  element: MarkupElement,
  page: PageReading,
  nonce: { library: string; held: MarkupElement[] },
): void {
  const { name } = element;
  if (name == "script") {
    const src = valueOf(element, "src") ?? "";
    if (src && runs(element)) {
      if (LIBRARY.test(src)) {
        page.hasLibrary = true;
        nonce.library = valueOf(element, "nonce") ?? "";
      } else if (!hostOf(src)) {
        page.references.push({ address: src, kind: "script", held: false });
      }
    } else {
      const held = valueOf(element, "data-consent-src") ?? valueOf(element, "data-src") ?? src;
      if (held && !hostOf(held)) {
        page.references.push({ address: held, kind: "script", held: true });
      }
      if (valueOf(element, "data-consent")?.trim()) nonce.held.push(element);
    }
  }
  if (name == "link") {
    const isStyle = /\bstylesheet\b/i.test(valueOf(element, "rel") ?? "");
    const href = valueOf(element, "href");
    const held = valueOf(element, "data-consent-href") ?? valueOf(element, "data-href");
    const address = href ?? held;
    if (isStyle && address && !hostOf(address)) {
      page.references.push({ address, kind: "style", held: href == null });
    }
  }
}

/** With a nonce on the library's own tag, held scripts count only with the same (docs/markup.md). */
function lacking(element: MarkupElement, nonce: string): Sighting[] {
  if (element.dynamic || valueOf(element, "nonce") == nonce) return [];
  return [
    {
      rule: "held-without-nonce",
      level: "warning",
      start: element.start,
      end: element.end,
      service: "",
      what: valueOf(element, "data-consent") ?? "",
      message:
        "The library's tag carries a nonce and this held script does not carry the same: it never runs.",
      fix: "Write the same nonce on it.",
    },
  ];
}

/** Comments of Twig, Blade, Handlebars and ASP write nothing. */
const COMMENT = /^(?:\{#[^]*#\}|\{\{!?--|\{\{!|<%--)/;
const WRITTEN = /(?:https?:)?\/\/[\w.-]+\.[a-z]{2,}[^\s"'`<>\\)]*/gi;

/** What a template's own code seems to write: it cannot be judged, so it is said. */
function tellMasked(
  { start, text }: Masked,
  known: Knowledge,
  unread: (offset: number, why: string) => void,
): void {
  if (COMMENT.test(text)) return;
  for (const { 0: address, index } of text.matchAll(WRITTEN)) {
    const host = hostOf(address);
    const service = host ? known.recogniser.byAddress(address, host) : null;
    if (service) unread(start + index, `Code of the template names an address of ${service.name}.`);
  }
  const tag = /<(?:script|iframe)\b/i.exec(text);
  if (tag) unread(start + tag.index, "Code of the template writes a script or a frame.");
}
