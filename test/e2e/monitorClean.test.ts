import { build } from "esbuild";
import { expect, it } from "vitest";
import { watchedOf } from "../../src/build/policy/watchedOf.ts";
import { parseGate } from "../../src/core/config/parseGate.ts";
import { CLEAN } from "../audit/corpus/clean.ts";
import { services } from "../contract/catalogue.ts";
import { SITE } from "../pages/server.ts";
import { inOneEngine } from "../util/visit.ts";

/** `npm test` looks at a few pages; `npm run monitor:clean` at all. */
const ALL = process.env["CONSENTRY_MONITOR"] == "all";
const SAMPLE = ["clean-ga4", "clean-youtube"];
const door = await build({
  entryPoints: ["src/entries/monitor.ts"],
  bundle: true,
  format: "iife",
  globalName: "monitor",
  write: false,
});
const code = door.outputFiles[0]!.text;

/** The declared services of a page, by the configuration that stands in it. */
function watched(html: string): object[] {
  const text = /id="consentry-config">([^<]*)</.exec(html)?.[1];
  const given = text ? (JSON.parse(text) as { services?: Record<string, object> }) : {};
  const made = Object.entries(given.services ?? {}).map(([id, options]) =>
    services.find((one) => one.id == id)!.make(options),
  );
  return watchedOf(parseGate({ controller: { name: "Acme BV" }, services: made }, () => {}));
}

await inOneEngine("the leak monitor on pages that leak nothing", (open, network) => {
  const pages = CLEAN.filter(
    ({ name, files }) =>
      files["index.html"]!.includes("consentry-config") && (ALL || SAMPLE.includes(name)),
  );
  it.each(pages.map((page) => [page.name, page] as const))(
    "sees no leak and no stranger, undecided, accepted and withdrawn: %s",
    async (name, page) => {
      const base = `${SITE}/corpus/${name}/`;
      for (const [path, text] of Object.entries(page.files)) {
        const type = path.endsWith(".js")
          ? "text/javascript"
          : path.endsWith(".css")
            ? "text/css"
            : "text/html; charset=utf-8";
        const start = `<script>${code};globalThis.sightings=[];monitor.startMonitor({services:${JSON.stringify(watched(text))},permits:(id)=>!!globalThis.Consentry?.current?.permits(id),onSighting:(one)=>sightings.push(one)})</script>`;
        const body =
          path == "index.html" ? text.replace(/^<!doctype html>/i, (all) => all + start) : text;
        const answer = { body, headers: { "content-type": type } };
        network.route(base + (path == "index.html" ? "" : path), answer);
        network.route(`${SITE}/${path}`, answer);
      }
      const visit = await open(base);
      const seen = () =>
        visit.evaluate(() =>
          (
            globalThis as unknown as { sightings?: { kind: string; what: string }[] }
          ).sightings!.map(({ kind, what }) => `${kind} ${what}`),
        );
      await expect.poll(visit.view).toBe("banner");
      await visit.settle();
      expect(await seen()).toEqual([]);
      await visit.choose("accept-all");
      await visit.settle();
      expect(await seen()).toEqual([]);
      await visit.evaluate(() => void Consentry.current!.withdraw());
      await visit.settle();
      await expect.poll(() => seen().catch(() => null)).toEqual([]);
    },
  );

  it("is shown by pages that there are", () => expect(pages.length).toBeGreaterThan(ALL ? 12 : 1));
});
