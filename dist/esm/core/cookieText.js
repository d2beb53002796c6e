const LONGEST = 4e3;
function encodeCookie(stored) {
  return new URLSearchParams([
    ["v", "1"],
    ["id", stored.id],
    ["t", String(stored.at)],
    ["r", String(stored.revision)],
    ["yes", stored.yes.join(" ")],
    ["no", stored.no.join(" ")],
    ["f", stored.prints.join(" ")]
  ]).toString();
}
function decodeCookie(text) {
  const pattern = /^v=1&id=([\w-]{8,64})&t=(\d{1,11})&r=(\d{1,9})&yes=([\w+-]*)&no=([\w+-]*)&f=([\w.+-]*)$/;
  const [found, id, at, revision, ...lists] = pattern.exec(text) ?? [];
  const [yes, no, prints] = lists.map((list) => list.split("+").filter(Boolean));
  return found && !yes.some((token) => no.includes(token)) ? { id, at: +at, revision: +revision, yes, no, prints } : null;
}
function fitsCookie(text) {
  return text.length <= LONGEST;
}

export { decodeCookie, encodeCookie, fitsCookie };
