import { importOf } from "./edits.ts";
import { SiteError } from "../SiteError.ts";
import { findLanguage } from "../site/loadMessages.ts";
import type { Project } from "./project.ts";

/** What a person asked for. */
export interface Wishes {
  /** Name of the controller. */
  name: string;
}

/** One file, as it is and as it is to be. `before` is empty where there is none. */
export interface Change {
  path: string;
  before: string;
  after: string;
}

/** What puts Consentry into a project. */
export interface Plan {
  changes: readonly Change[];
  /** Edits that could not be placed: for a person. */
  byHand: readonly string[];
  /** What comes next in any case. */
  next: readonly string[];
}

/** A change, or null where it could not be placed, with what a person then does. */
export type Step = readonly [change: Change | null, byHand: string];

/** A plan of these steps. */
export function planOf(steps: readonly Step[], next: readonly string[]): Plan {
  return {
    changes: steps.flatMap(([change]) => change ?? []),
    byHand: steps.flatMap(([change, byHand]) => (change ? [] : byHand)),
    next,
  };
}

/** A file that is made where it is missing. One of ours stays as it is; what else has its name is a person's to solve. */
export function newFile({ read }: Project, path: string, mark: string, text: string): Step {
  const before = read(path);
  const isOurs = before == null || before.includes(mark);
  return [
    isOurs ? { path, before: before ?? "", after: before ?? text } : null,
    `${path} is there already and has nothing of Consentry. It was to hold:\n${text}`,
  ];
}

/** An edit of a file; null where its form is another. What names Consentry already stays. */
export function edited(
  { read }: Project,
  path: string,
  mark: string,
  edit: (source: string) => string | null,
): Change | null {
  const before = read(path);
  if (before == null) return null;
  const after = before.includes(mark) ? before : edit(before);
  return after == null ? null : { path, before, after };
}

/** Asked about until a site lists its services: a banner about nothing could not be made. */
export const CATEGORIES: readonly string[] = ["performance", "marketing"];

/** The module of the options, which browser, server and build read. */
export function configModule({ name }: Wishes, typed: boolean): string {
  const body = `{
  controller: { name: ${JSON.stringify(name)} },
  policyUrl: "/privacy",
  // What visitors are asked about. Without this line: what your services and pages use.
  categories: ${JSON.stringify(CATEGORIES).replace(",", ", ")},
}`;
  return typed
    ? `import type { Options } from "consentry";\n\nexport const options = ${body} satisfies Options;\n`
    : `export const options = ${body};\n`;
}

/** The language of ours that a page's `lang` asks for; none where it says none or we have none. */
export function languageOf(source: string | null): string | undefined {
  const lang = /<html\b[^>]*?\blang=["']([\w-]+)["']/i.exec(source ?? "")?.[1];
  if (!lang) return undefined;
  try {
    return findLanguage(lang);
  } catch (error) {
    if (error instanceof SiteError) return undefined;
    throw error;
  }
}

export const WAY_BACK =
  "Put a link to #cookie-settings into the footer of each page: it opens the settings again.";
export const PRIVACY = "Write your company's name and the address of your privacy notice into";

/** The module that makes an app's instance, in the language of its `page`. */
export function instanceModule(options: string, page: string | null): string {
  const language = languageOf(page);
  const words =
    language && language != "en"
      ? `, {\n  locales: { ${JSON.stringify(language)}: () => import(${JSON.stringify(`consentry/locales/${language}`)}) },\n}`
      : "";
  return `${importOf("{ createConsent }", "consentry/lazy")}
${importOf("{ options }", options)}

export const consent = createConsent(options${words});
`;
}
