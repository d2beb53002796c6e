import { dict } from "../lib/dict.ts";
import { isId } from "../lib/isId.ts";
import { keysOf } from "../lib/keysOf.ts";
import { own } from "../lib/own.ts";
import { safeUrl } from "../lib/safeUrl.ts";
import { NECESSARY, type Config } from "./config.ts";
import { parseServices } from "./parseService.ts";
import type { Finding, Note } from "./problem.ts";

/** A parsed configuration and what was wrong with it. */
export interface Parsed {
  config: Config;
  findings: readonly Finding[];
}

const KNOWN = [
  "controller",
  "policyUrl",
  "categories",
  "services",
  "revision",
  "days",
  "domain",
  "hostOnly",
  "language",
  "texts",
  "layout",
  "reopenButton",
  "reload",
  "nonce",
  "signals",
  "collector",
];
/** More mistakes than this help nobody; the rest is counted as one. */
const MOST_FINDINGS = 50;

/**
 * Parses a configuration of unknown origin. Never throws; reads own properties only; each mistake is
 * one finding and costs only what it touches. A configuration that names no controller is not
 * usable: nothing is asked and nothing is permitted.
 */
export function parseConfig(input: unknown): Parsed {
  const findings: Finding[] = [];
  const note: Note = (code, at) => {
    if (findings.length < MOST_FINDINGS) findings.push({ code, at });
    else if (findings.length == MOST_FINDINGS) findings.push({ code: "too-many", at: "" });
  };
  const isObject = typeof input == "object" && input != null && !Array.isArray(input);
  if (!isObject) note("config-not-object", "");
  else {
    for (const key of keysOf(input)) if (!KNOWN.includes(key)) note("unknown-option", key);
  }

  /** Reads one option of a type, or its default; a wrong type is noted. */
  const read = <T>(key: string, fallback: T, test: (value: unknown) => boolean): T => {
    const value = own(input, key);
    if (value === undefined) return fallback;
    if (test(value)) return value as T;
    note(key == "days" ? "bad-days" : "wrong-type", key);
    return fallback;
  };
  const oneOf = <T extends string>(key: string, ...values: [T, ...T[]]): T =>
    read(key, values[0], (value) => values.includes(value as T));
  const text = (key: string): string => read(key, "", isText);
  const url = (key: string): string => {
    const value = text(key);
    if (value && !safeUrl(value)) note("bad-url", key);
    return safeUrl(value);
  };
  const whole = (key: string, fallback: number, least: number, most: number): number =>
    read(
      key,
      fallback,
      (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
    );

  const texts = readTexts(own(input, "texts"), note);
  const given = own(input, "categories");
  const categories = readCategories(given, texts, note);
  const { services, catalogue } = parseServices(
    own(input, "services"),
    { categories, fixed: given !== undefined },
    note,
  );
  const name = own(own(input, "controller"), "name");
  const named = isText(name) && name.trim() != "";
  if (isObject && !named) note("controller-missing", "controller.name");

  return {
    findings,
    config: Object.freeze({
      usable: isObject && named,
      controller: readController(own(input, "controller"), named ? name : "", note),
      policyUrl: url("policyUrl"),
      categories: Object.freeze(categories),
      services: Object.freeze(services),
      catalogue,
      revision: whole("revision", 1, 0, 999_999_999),
      days: whole("days", 180, 1, 400),
      domain: text("domain"),
      hostOnly: read("hostOnly", false, isBoolean),
      language: text("language"),
      texts,
      layout: oneOf("layout", "box", "bar", "centre"),
      reopenButton: read("reopenButton", false, isBoolean),
      reload: oneOf("reload", "auto", "always", "never"),
      nonce: text("nonce"),
      signals: read<readonly unknown[]>("signals", [], Array.isArray).filter(isText),
      collector: url("collector"),
    }),
  };
}

const isText = (value: unknown): value is string => typeof value == "string";
const isBoolean = (value: unknown): boolean => typeof value == "boolean";

function readController(value: unknown, name: string, note: Note): Config["controller"] {
  const controller: Config["controller"] = { name };
  for (const key of ["address", "email", "url"] as const) {
    const part = own(value, key);
    if (part === undefined) continue;
    if (isText(part) && (key != "url" || safeUrl(part))) controller[key] = part;
    else note(key == "url" ? "bad-url" : "wrong-type", `controller.${key}`);
  }
  return controller;
}

function readTexts(value: unknown, note: Note): Record<string, Record<string, string>> {
  const texts = dict<Record<string, string>>();
  for (const tag of keysOf(value)) {
    const words = (texts[tag.toLowerCase()] = dict<string>());
    for (const key of keysOf(own(value, tag))) {
      const text = own(own(value, tag), key);
      if (isText(text)) words[key] = text;
      else note("wrong-type", `texts.${tag}.${key}`);
    }
  }
  return texts;
}

function readCategories(
  value: unknown,
  texts: Record<string, Record<string, string>>,
  note: Note,
): string[] {
  const ids = [NECESSARY];
  const isList = Array.isArray(value);
  if (value === undefined) return [...ids, "performance", "marketing"];
  for (const id of isList ? (value as unknown[]) : keysOf(value)) {
    if (!isId(id)) note("bad-id", `categories.${String(id)}`);
    else if (!ids.includes(id)) ids.push(id);
    else if (id != NECESSARY) note("duplicate-id", `categories.${id}`);
    if (isList || !isId(id)) continue;
    const words = (texts["*"] ??= dict<string>());
    for (const [key, message] of [
      ["name", `category.${id}`],
      ["description", `category.${id}.about`],
    ] as const) {
      const text = own(own(value, id), key);
      if (isText(text)) words[message] = text;
      else if (text !== undefined) note("wrong-type", `categories.${id}.${key}`);
    }
  }
  return ids;
}
