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

  const vanilla = value("vanilla-cookieconsent", "load.bytesFiles");
  const core = value("consentry-tag", "cold.bytesReturning");
  const inline = value("consentry-head", "bytesHtml") - value("consentry-tag", "bytesHtml");
  add("returning visit, the core file", core, 3500, " B");
  add("returning visit, the inline head beside a plain page's tag", inline, 1200, " B");
  add("returning visit, the core file, of vanilla-cookieconsent", core / vanilla, 0.25, " ×");
  const first = value("consentry-tag", "load.bytesFiles");
  add("first visit: interface, styles, one language, proof", first, 12_000, " B");
  add("first visit, of vanilla-cookieconsent", first / vanilla, 0.85, " ×");

  for (const [id, name] of [
    ["consentry-tag", "script tag"],
    ["consentry-head", "inline head"],
    ["consentry-bundle", "bundle"],
  ]) {
    ratio(
      `banner visible after the empty page's FCP, of the fastest peer (${name})`,
      id,
      "banner",
      0.6,
    );
    ratio(`banner on Slow 4G, of the fastest peer (${name})`, id, "slow.visible", 0.9);
    ratio(
      `script on the main thread, first visit, of the lightest peer (${name})`,
      id,
      "load.script",
      0.8,
    );
    add(`long tasks added on a first visit (${name})`, value(id, "added.longTasks"), 0);
  }
  for (const [kind, where] of [
    ["cold", "plain"],
    ["coldSlow", "on Slow 4G"],
  ]) {
    const key = `${kind}.later`;
    const floor = value("floor-inline", key);
    ratio(
      `returning, gated later than ungated, inline head, of the inline floor, ${where}`,
      "consentry-head",
      key,
      2,
      floor,
    );
    ratio(`the same, the file, of the fastest peer, ${where}`, "consentry-tag", key, 0.6);
  }
  ratio(
    "click → first gated script, of the fastest peer",
    "consentry-tag",
    "first.clickToFirst",
    1,
  );
  ratio("INP of accept, of the fastest peer", "consentry-tag", "first.inp", 1);
  const floors = Object.keys(contestants).filter((id) => contestants[id].kind == "floor");
  const floor = least(floors, "many1000.last");
  ratio(
    "1,000 gated scripts released, of the fastest floor",
    "consentry-tag",
    "many1000.last",
    1.15,
    floor,
  );
  add("long tasks while they are released", value("consentry-tag", "many1000.longTasks"), 0);

  const tag = [10, 100, 1000].map((count) => [count, value("consentry-tag", `many${count}.last`)]);
  add("cost per gated element: growth beyond a straight line", growth(tag), 1.25, " ×");
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
