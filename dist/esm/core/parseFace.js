import { dict } from '../lib/dict.js';
import { keysOf } from '../lib/keysOf.js';
import { listOf } from '../lib/listOf.js';
import { own } from '../lib/own.js';
import { safeUrl } from '../lib/safeUrl.js';
import { readOption } from './readOption.js';
import { tidyService } from './tidyService.js';

function parseFace(input, gate, note) {
  const { text, url, flag, oneOf } = readOption(input, note);
  const texts = readTexts(own(input, "texts"), note);
  readCategoryWords(own(input, "categories"), texts, note);
  return Object.freeze({
    ...gate,
    services: gate.services.map((service) => tidyService(service, note)),
    controller: readController(own(input, "controller"), gate.name, note),
    policyUrl: url("policyUrl"),
    language: text("language"),
    texts,
    layout: oneOf("layout", "box", "bar", "centre"),
    reopenButton: flag("reopenButton")
  });
}
const isText = (value) => typeof value == "string";
function readController(value, name, note) {
  const controller = { name };
  for (const key of ["address", "email", "url"]) {
    const part = own(value, key);
    if (part === void 0) continue;
    if (isText(part) && (key != "url" || safeUrl(part))) controller[key] = part;
    else note(key == "url" ? "bad-url" : "wrong-type", `controller.${key}`);
  }
  return controller;
}
function readTexts(value, note) {
  const texts = dict();
  for (const tag of keysOf(value)) {
    const words = texts[tag.toLowerCase()] = dict();
    for (const key of keysOf(own(value, tag))) {
      const text = own(own(value, tag), key);
      if (isText(text)) words[key] = text;
      else note("wrong-type", `texts.${tag}.${key}`);
    }
  }
  return texts;
}
function readCategoryWords(value, texts, note) {
  if (listOf(value, 0)) return;
  for (const id of keysOf(value)) {
    const words = texts["*"] ??= dict();
    for (const [key, message] of [
      ["name", `category.${id}`],
      ["description", `category.${id}.about`]
    ]) {
      const text = own(own(value, id), key);
      if (isText(text)) words[message] = text;
      else if (text !== void 0) note("wrong-type", `categories.${id}.${key}`);
    }
  }
}

export { parseFace };
