import { dict } from '../lib/dict.js';

const LONGEST = 4e3;
function encodeCookie(stored) {
  const prints = Object.keys(stored.prints).map((id) => `${id}.${stored.prints[id]}`);
  return new URLSearchParams([
    ["v", "1"],
    ["id", stored.id],
    ["t", String(stored.at)],
    ["r", String(stored.revision)],
    ["yes", stored.yes.join(" ")],
    ["no", stored.no.join(" ")],
    ["f", prints.join(" ")]
  ]).toString();
}
function decodeCookie(text) {
  if (text.length > LONGEST) return null;
  const query = new URLSearchParams(text);
  const keys = [...query.keys()];
  const get = (key) => query.get(key) ?? "";
  const list = (key) => get(key).split(" ").filter(Boolean);
  const id = get("id");
  const at = Number(get("t"));
  const revision = Number(get("r"));
  const yes = list("yes");
  const no = list("no");
  if (new Set(keys).size != keys.length || get("v") != "1" || !/^[\w-]{8,64}$/.test(id) || !/^\d{1,11}$/.test(get("t")) || !/^\d{1,9}$/.test(get("r")) || yes.some((token) => no.includes(token))) {
    return null;
  }
  const prints = dict();
  for (const print of list("f")) {
    const dot = print.lastIndexOf(".");
    prints[print.slice(0, dot)] = print.slice(dot + 1);
  }
  return { id, at, revision, yes, no, prints };
}

export { decodeCookie, encodeCookie };
