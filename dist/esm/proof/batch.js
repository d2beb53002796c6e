const MOST = 20;
const LARGEST = 16384;
function bodyOf(rows) {
  return rows.map(({ text, hash }) => JSON.stringify({ text, hash })).join("\n");
}
function batch(rows, most = MOST) {
  const some = rows.slice(0, most);
  while (some.length > 1 && new TextEncoder().encode(bodyOf(some)).length > LARGEST) some.pop();
  return some;
}

export { batch, bodyOf };
