/** What the library is to reach, each as a number of one run; `met` compares medians. */
export function goals({ contestants, alone }) {
  const value = (id, key) => contestants[id]?.measures[key]?.median ?? Number.NaN;
  const peers = Object.keys(contestants).filter((id) => contestants[id].kind == "peer");
  const least = (ids, key) => {
    const values = ids.map((id) => value(id, key)).filter(Number.isFinite);
    return values.length ? Math.min(...values) : Number.NaN;
  };
  const best = (key) => least(peers, key);
  const rows = [];
  const add = (what, measured, most, unit = "") =>
    rows.push({
      what,
      goal: `≤ ${most.toLocaleString("en")}${unit}`,
      measured: Number.isFinite(measured)
        ? `${Number(measured.toFixed(unit == " B" ? 0 : 2)).toLocaleString("en")}${unit}`
        : "not measured",
      met: measured <= most,
    });
  const ratio = (what, ours, key, most, other = best(key)) =>
    add(what, value(ours, key) / other, most, " ×");

  const TAG = "consentry-tag";
  const AHEAD = "consentry-ahead";
  const HEAD = "consentry-head";
  const HTML = "consentry-banner";
  const floors = Object.keys(contestants).filter((id) => contestants[id].kind == "floor");
  const inline = (key) => value("floor-inline", key);

  const banner = "banner visible after the empty page's FCP";
  ratio(`${banner}, in the HTML, of the inline floor`, HTML, "banner", 1.3, inline("banner"));
  ratio(`${banner}, in the HTML, of the fastest peer`, HTML, "banner", 0.25);
  const slow = "banner on Slow 4G";
  ratio(
    `${slow}, in the HTML, of the inline floor`,
    HTML,
    "slow.visible",
    1.1,
    inline("slow.visible"),
  );
  ratio(`${banner}, by the plain tag, of the fastest peer`, TAG, "banner", 0.8);
  ratio(`${slow}, by the plain tag, of the fastest peer`, TAG, "slow.visible", 0.85);
  const beside = "by the tag with the banner beside it, of the fastest peer";
  ratio(`${banner}, ${beside}`, AHEAD, "banner", 0.8);
  ratio(`${slow}, ${beside}`, AHEAD, "slow.visible", 0.85);
  const added = value(HTML, "bytesHtml") - value(TAG, "bytesHtml");
  add(
    "added to the HTML by head and banner, one language, beside a plain page's tag",
    added,
    3600,
    " B",
  );
  ratio("script on a first visit, of the lightest peer, in the HTML", HTML, "load.script", 0.6);
  ratio("script on a first visit, of the lightest peer, by the tag", TAG, "load.script", 0.9);
  add("long tasks added on a first visit, in the HTML", value(HTML, "added.longTasks"), 0);
  add("long tasks added on a first visit, by the tag", value(TAG, "added.longTasks"), 0);
  add("INP of accept", value(TAG, "first.inp"), 24, " ms");
  add("INP of accept, in the HTML", value(HTML, "first.inp"), 24, " ms");
  for (const { id, tag, html } of alone.answers ?? []) {
    add(`INP of ${id}`, tag.median, 24, " ms");
    add(`INP of ${id}, in the HTML`, html.median, 24, " ms");
  }
  const click = "click → first gated script";
  ratio(
    `${click}, of the fastest floor`,
    TAG,
    "first.clickToFirst",
    1.8,
    least(floors, "first.clickToFirst"),
  );
  const vanilla = "vanilla-cookieconsent";
  ratio(
    `${click}, of ${vanilla}`,
    TAG,
    "first.clickToFirst",
    1,
    value(vanilla, "first.clickToFirst"),
  );
  for (const [key, where] of [
    ["cold.later", "plain"],
    ["coldSlow.later", "Slow 4G"],
  ]) {
    const later = "returning, gated later than ungated";
    ratio(`${later}, inline head, of the inline floor, ${where}`, HEAD, key, 1, inline(key));
    ratio(`${later}, the tag, of the fastest peer, ${where}`, TAG, key, 0.9);
  }
  const many = "many1000.last";
  ratio("1,000 gated scripts, of the fastest floor", TAG, many, 1.4, least(floors, many));
  add("the longest task among them", value(TAG, "many1000.longest"), 50, " ms");
  const opening = alone.services?.[0];
  add("opening the settings", opening?.open?.median ?? Number.NaN, 100, " ms");
  add("opening the settings again", opening?.again?.median ?? Number.NaN, 100, " ms");
  add("bytes, returning", value(TAG, "cold.bytesReturning"), 5400, " B");
  add("bytes, first visit with decision and proof", value(TAG, "load.bytesFiles"), 17_000, " B");

  const gated = [10, 100, 1000].map((count) => [count, value(TAG, `many${count}.last`)]);
  add("cost per gated element: growth beyond a straight line", growth(gated), 1.25, " ×");
  const series = (rowsOf, key) =>
    (rowsOf ?? []).map((row) => [row.count, row[key]?.median ?? Number.NaN]);
  add(
    "cost per service: opening the preference centre",
    growth(series(alone.services, "open")),
    1.25,
    " ×",
  );
  add("cost per service: searching", growth(series(alone.services, "search")), 1.25, " ×");
  add("cost per record: sealed and stored", growth(series(alone.records, "sealed")), 1.25, " ×");
  return rows;
}

/**
 * How far the largest point lies above a straight line through the two smaller ones' slope: cost per piece from
 * the middle to the end, over cost per piece up to the middle. One or less is linear.
 */
export function growth(points) {
  const known = points.filter(([, cost]) => Number.isFinite(cost));
  const [middle, last] = known.slice(-2);
  if (!last) return Number.NaN;
  const rise = (last[1] - middle[1]) / (last[0] - middle[0]);
  return rise / (middle[1] / middle[0]);
}
