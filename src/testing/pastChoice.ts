import { decide } from "../core/choice/decide.ts";
import { cookieName } from "../core/config/names.ts";
import type { Options } from "../core/config/options.ts";
import { resume } from "../core/choice/resume.ts";
import { storedChoice } from "../core/choice/storedChoice.ts";
import { toCookie } from "../core/choice/toCookie.ts";
import { dict } from "../lib/dict.ts";
import { readSite } from "./readSite.ts";

/** What a visitor chose. What is not named counts as refused. */
export interface PastChoice<
  Category extends string = string,
  ServiceId extends string = string,
  Named extends string = string,
> {
  /** The configuration that the page starts with: a choice counts only for what was asked. */
  site: Options<Category, ServiceId, Named>;
  /** Ids of categories and services that were permitted, or all. */
  yes?: readonly NoInfer<Category | ServiceId>[] | "all";
  /** Ids that were refused; services outweigh their category. */
  no?: readonly NoInfer<Category | ServiceId>[];
  /** When it was chosen. Default now. */
  at?: Date;
  /** Id of the visitor, 8 to 64 letters, digits, `-` or `_`. */
  subject?: string;
}

/** A choice as it is kept. */
export interface KeptChoice {
  /** Name of the cookie on https. */
  name: string;
  /** Name of the cookie on plain http. */
  plainName: string;
  text: string;
  /** Seconds since 1970. */
  expires: number;
  /** Parent domain, or empty for one host. */
  domain: string;
}

/**
 * Writes a choice as the library would have, from the same configuration by the same code, so that it is
 * believed when it is read back.
 * @throws Error where the configuration has mistakes or an id is not in it.
 */
export function pastChoice({ site, yes = [], no = [], at, subject }: PastChoice): KeptChoice {
  const config = readSite(site);
  const choices = dict<boolean>();
  if (yes == "all") {
    for (const id of config.categories) choices[id] = true;
    for (const { id } of config.services) choices[id] = true;
  } else for (const id of yes) choices[id] = true;
  for (const id of no) choices[id] = false;

  const now = at?.getTime() ?? Date.now();
  const intent = { kind: "save", choices, source: "import", trusted: false } as const;
  const { state, unknown } = decide(resume(storedChoice([]), config, now), intent, config, {
    now,
    newId: subject ?? "consentry-testing",
  });
  if (unknown.length) throw new Error(`The site has no ${unknown.join(", ")}`);
  return {
    name: cookieName(config._hostOnly, true),
    plainName: cookieName(config._hostOnly, false),
    text: toCookie(state, config),
    expires: Math.floor((state.expiresAt ?? now) / 1000),
    domain: config._hostOnly ? "" : config.domain,
  };
}
