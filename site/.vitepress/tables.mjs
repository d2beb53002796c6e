/** A cell that holds a figure, or says that there is none. */
const FIGURE = /^(\**[\d+-]|[–—-]?$)/;

/**
 * Lets tables fit a screen of any width. Each cell carries the heading of its column, so that the style sheet can stack a
 * row's cells as a card. A table of figures stays one, and scrolls by itself: its columns are there to be compared.
 */
export function fitTables(md) {
  // VitePress writes this tag without what it carries.
  md.renderer.rules.table_open = (tokens, index, options, _env, self) =>
    self.renderToken(tokens, index, options);
  md.core.ruler.push("fit_tables", ({ tokens }) => {
    tokens.forEach((token, start) => {
      if (token.type != "table_open") return;
      const end = tokens.findIndex(({ type }, at) => at > start && type == "table_close");
      fit(tokens.slice(start, end));
    });
  });
}

const ROLES = { table_open: "table", tr_open: "row", th_open: "columnheader", td_open: "cell" };

function fit(tokens) {
  const names = [];
  let column = 0;
  let [cells, figures] = [0, 0];
  tokens.forEach((token, at) => {
    // What is shown as a block is no table to some screen readers: https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html
    if (ROLES[token.type]) token.attrSet("role", ROLES[token.type]);
    const text = tokens[at + 1]?.content?.replaceAll(/[`*]|\]\([^)]*\)|\[/g, "") ?? "";
    if (token.type == "tr_open") column = 0;
    if (token.type == "th_open") names.push(text);
    if (token.type != "td_open") return;
    const name = names[column++];
    if (name) token.attrSet("data-label", name);
    if (column == 1) return;
    cells++;
    if (FIGURE.test(text)) figures++;
  });
  const [table] = tokens;
  if (names.length > 3 && figures > cells / 2) {
    table.attrSet("class", "matrix");
    table.attrSet("tabindex", "0");
  } else {
    table.attrSet("class", names.length > 5 ? "cards wide" : "cards");
  }
}
