import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { encodeCookie } from "../core/choice/cookieText.ts";
import { fingerprint } from "../core/choice/fingerprint.ts";
import { parseGate } from "../core/config/parseGate.ts";
import { readConsent, renderBanner, renderHead, type RenderHeadOptions } from "./server.node.ts";

const OPTIONS = { controller: { name: "Acme BV" }, categories: ["performance"] };
const gate = parseGate(OPTIONS, () => {});
const stateOf = (answer?: "_yes" | "_no") =>
  readConsent(
    answer &&
      `consentry=${encodeCookie({
        ...{
          id: "subject-0001",
          at: Math.floor(Date.now() / 1000),
          revision: 1,
          _yes: [],
          _no: [],
        },
        [answer]: ["performance"],
        _prints: [`performance.${fingerprint(gate, "performance")}`],
      })}`,
    OPTIONS,
  ).state;
const sizeOf = async (options: RenderHeadOptions): Promise<number> =>
  brotliCompressSync((await renderHead(OPTIONS, options)).html).length;

describe("a page that is rendered for one visitor", () => {
  it("asks who has not decided, as one that is everybody's", async () => {
    const state = stateOf();
    expect(await renderHead(OPTIONS, { banner: true, state })).toEqual(
      await renderHead(OPTIONS, { banner: true }),
    );
    expect(await renderBanner(OPTIONS, { state })).toBe(await renderBanner(OPTIONS));
  });

  it("has no banner and no code for it, where the visitor has decided", async () => {
    const state = stateOf("_yes");
    expect(await renderBanner(OPTIONS, { state })).toBe("");
    expect(await renderHead(OPTIONS, { banner: true, state })).toEqual(await renderHead(OPTIONS));
  });

  it("has next to no head, where all was refused", async () => {
    const state = stateOf("_no");
    expect(await renderBanner(OPTIONS, { state })).toBe("");
    expect(await sizeOf({ banner: true, state })).toBeLessThan(100);
    expect((await renderHead(OPTIONS, { state })).hash).not.toBe((await renderHead(OPTIONS)).hash);
  });

  it("tells signals of a refusal all the same", async () => {
    const config = { ...OPTIONS, signals: ["google-consent-mode"] };
    const state = stateOf("_no");
    expect(await renderHead(config, { banner: true, state })).toEqual(await renderHead(config));
  });
});
