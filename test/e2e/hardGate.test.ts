import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writePolicies } from "../../src/build/policy/writePolicies.ts";
import { parseGate } from "../../src/core/config/parseGate.ts";
import { nodePolicy } from "../../src/entries/policy.ts";
import { cookieOf } from "../recipes/cookieOf.ts";
import { openVectors, type Vectors } from "../vectors/measure.mjs";

// The page that uses every way out, in each engine: what a policy made from consent leaves open.

const wanted = (process.env["CONSENTRY_ENGINES"] ?? "chromium,firefox").split(",");
const ENGINES = (["chromium", "firefox"] as const).filter((name) => wanted.includes(name));
const { outputFiles } = await build({
  entryPoints: ["src/entries/tag.sw.ts"],
  bundle: true,
  format: "iife",
  write: false,
});
const door = await build({
  entryPoints: ["src/entries/monitor.ts"],
  bundle: true,
  format: "iife",
  globalName: "monitor",
  write: false,
});
const monitorCode = door.outputFiles[0]!.text;
const code = {
  monitorCode,
  nodePolicy,
  parseGate,
  writePolicies,
  workerCode: outputFiles[0]!.text,
};

describe.each(ENGINES)("the vector page in %s", (engine) => {
  let world: Vectors;
  beforeAll(async () => {
    const opened = await openVectors(engine, code);
    if (!opened) throw new Error(`${engine} is not installed`);
    world = opened;
  });
  afterAll(() => world?.close());
  const names = (found: { channels: string[] }[]): string[] => found[0]!.channels;

  it("lets nothing through that a policy can govern, by header", async () => {
    expect(names(await world.visit("nonce"))).toEqual(engine == "chromium" ? ["webrtc"] : []);
  });

  it("opens no connection at all with a Connection-Allowlist, where there is one", async () => {
    const [found] = await world.visit("allowlist");
    if (engine == "chromium") expect(found).toMatchObject({ channels: [], connections: 0 });
    else expect(found!.channels).toEqual([]);
  });

  it("lets at most two through on a static host, from the first visit on", async () => {
    const open = engine == "chromium" ? ["speculation", "webrtc"] : [];
    const found = await world.visit("worker", { count: 2 });
    // In about half of its loads Firefox 153 looks ahead for sets of images without asking a policy in the markup.
    const ahead = engine == "firefox" ? ["picture", "srcset"] : [];
    expect(names(found.first!).filter((name) => !ahead.includes(name))).toEqual(open);
    expect(names(found)).toEqual(open);
  });

  it("opens the permitted vendor and no other, by header and by a service worker", async () => {
    const onto = [0, 1, 2];
    const cookieFor = ({ options }: Vectors, ...yes: string[]) =>
      cookieOf(
        options,
        Object.fromEntries(
          ["performance", "marketing", "functional"].map((id) => [id, yes.includes(id)]),
        ),
      );
    // With vendors of its own: Firefox goes on knocking for a closed page's WebTransport.
    const other = (await openVectors(engine, code))!;
    const opened = async (
      { visit }: Vectors,
      mode: "nonce" | "worker",
      header: string,
    ): Promise<boolean[]> => {
      const found = await visit(mode, { cookie: header, onto, count: 2 });
      return found.map(({ channels }) => {
        const through = channels.filter((name) => !["webrtc", "speculation"].includes(name));
        expect(through.length == 0 || through.length > 30, through.join()).toBe(true);
        return through.length > 0;
      });
    };
    expect(await opened(world, "nonce", cookieFor(world, "marketing"))).toEqual([
      false,
      true,
      false,
    ]);
    // Firefox 153 shows no cookie to a service worker: the page tells it.
    expect(await opened(other, "worker", cookieFor(other, "functional"))).toEqual([
      false,
      false,
      true,
    ]);
    await other.close();
  });

  it("is seen through by the monitor, all but what workers do and what no page is told of", async () => {
    const [found] = await world.visit("monitor");
    const missed = found!.channels.filter((name) => !found!.named.includes(name));
    const blind = /worker|worklet|webrtc|webtransport|speculation|dataframe|payment|fetchlater/;
    expect(missed.filter((name) => !blind.test(name))).toEqual([]);
    expect(found!.named.length).toBeGreaterThanOrEqual(30);
  });

  it("fires enough without a header for all this to mean something", async () => {
    expect(names(await world.visit("none")).length).toBeGreaterThanOrEqual(45);
  });
});
