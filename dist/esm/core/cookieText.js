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
  const pattern = /^v=1&id=([\w-]{8,64})&t=(\d{1,11})&r=(\d{1,9})&yes=([\w+-]*)&no=([\w+-]*)&f=([\w.+-]*)$/;
  const found = text.length > LONGEST ? null : pattern.exec(text);
  if (!found) return null;
  const [, id, at, revision, ...lists] = found;
  const [yes, no, pairs] = lists.map((list) => list.split("+").filter(Boolean));
  if (yes.some((token) => no.includes(token))) return null;
  const prints = dict();
  for (const pair of pairs) {
    const [category, print] = pair.split(".");
    prints[category] = print;
  }
  return { id, at: +at, revision: +revision, yes, no, prints };
}
function fitsCookie(text) {
  return text.length <= LONGEST;
}

export { decodeCookie, encodeCookie, fitsCookie };
