import { dict } from "../../lib/dict.ts";
import { keysOf } from "../../lib/keysOf.ts";
import { listOf } from "../../lib/listOf.ts";
import { own } from "../../lib/own.ts";
import { safeUrl } from "../../lib/safeUrl.ts";
import type { Config, GateConfig } from "./config.ts";
import type { Note } from "../problems/problem.ts";
import { readOption } from "./readOption.ts";
import { tidyService } from "./tidyService.ts";

/** Parses what is shown. Never throws. */
export function parseFace(input: unknown, gate: GateConfig, note: Note): Config {
  const { text, url, flag, oneOf } = readOption(input, note);
  const texts = readTexts(own(input, "texts"), note);
  const named = readCategoryWords(own(input, "categories"), note);
  if (keysOf(named).length) texts["*"] = Object.assign(dict<string>(), texts["*"], named);
  return Object.freeze({
    ...gate,
    services: gate.services.map((service) => tidyService(service, note)),
    controller: readController(own(input, "controller"), gate.name, note),
    policyUrl: url("policyUrl"),
    language: text("language"),
    texts,
    layout: oneOf("layout", "box", "bar", "centre"),
    reopenButton: flag("reopenButton"),
  });
}

const isText = (value: unknown): value is string => typeof value == "string";

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

/** A site's own name and description of a category are words for every language. */
function readCategoryWords(value: unknown, note: Note): Record<string, string> {
  const words = dict<string>();
  for (const id of listOf(value, 0) ? [] : keysOf(value)) {
    for (const [key, message] of [
      ["name", `category.${id}`],
      ["description", `category.${id}.about`],
    ] as const) {
      const text = own(own(value, id), key);
      if (isText(text)) words[message] = text;
      else if (text !== undefined) note("wrong-type", `categories.${id}.${key}`);
    }
  }
  return words;
}
