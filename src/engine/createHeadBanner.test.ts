import { describe, expect, it } from "vitest";
import { bareEngine } from "../../test/util/bareEngine.ts";
import type { UiHandle } from "../core/config/parts.ts";
import { KEY } from "../head/headData.ts";
import { createHeadBanner } from "./createHeadBanner.ts";

const CLICK = "v=1&click=accept-all&t=1764000000&shown=1x2y&lang=nl&trusted=1&page=/";

/** `clicked` is what was answered before the code came, `stored` what lies in the cookie. */
const setUp = ({ clicked = undefined as string | undefined, stored = "", seals = true } = {}) => {
  const element = {} as HTMLElement;
  let takes = 0;
  const banner = { element, take: () => (takes++, clicked) };
  const sealed: unknown[] = [];
  const _seal = (...given: readonly unknown[]): Promise<boolean> => {
    sealed.push(given);
    return Promise.resolve(seals);
  };
  const { engine } = bareEngine(
    {},
    {
      _env: {
        window: clicked === undefined ? {} : { [KEY]: { banner } },
      },
      _decisions: {
        _use: (act: (it: object) => unknown) => Promise.resolve(sealed && act({ _seal })),
      },
    },
  );
  const { _store: store } = engine;
  store.set({ ...store.get(), _stored: { _is: "one", _text: stored } });
  return { head: createHeadBanner(engine), element, takes: () => takes, sealed, engine };
};
const ui = { words: () => "words", notice: () => "notice" } as UiHandle;

describe("the banner that came with the HTML", () => {
  it("is none where the page has none", async () => {
    const { head } = setUp();
    head._take();
    expect([head._stands(), head._answered(), head._wantsSettings()]).toEqual([
      undefined,
      "",
      false,
    ]);
    expect(await head._seal(ui)).toBe(false);
  });

  it("stands once it is taken over, which is once", () => {
    const { head, element, takes } = setUp({ clicked: "" });
    expect(head._stands()).toBeUndefined();
    head._take();
    head._take();
    expect([head._stands(), takes()]).toEqual([element, 1]);
  });

  it("stands no more once it was answered", () => {
    const { head } = setUp({ clicked: CLICK });
    head._take();
    expect([head._wantsSettings(), head._stands(), head._answered()]).toEqual([
      false,
      undefined,
      "nl",
    ]);
  });

  it("stands still for who wants the settings, once", () => {
    const { head, element } = setUp({ clicked: "open-preferences" });
    expect(head._wantsSettings()).toBe(false);
    head._take();
    expect([head._stands(), head._answered()]).toEqual([element, ""]);
    expect([head._wantsSettings(), head._wantsSettings()]).toEqual([true, false]);
  });

  it("has its answer sealed once, with its words and all that is shown", async () => {
    const { head, sealed } = setUp({ clicked: CLICK });
    head._take();
    expect(await head._seal(ui)).toBe(true);
    expect(sealed).toEqual([
      [
        expect.objectContaining({ kind: "accept-all", language: "nl", page: "/" }),
        "words",
        "notice",
      ],
    ]);
    expect([head._answered(), await head._seal(ui)]).toEqual(["", false]);
  });

  it("has an answer of the page before in the cookie", async () => {
    const { head, sealed } = setUp({ stored: CLICK });
    expect(head._answered()).toBe("nl");
    expect(await head._seal({ ...ui, words: undefined! })).toBe(true);
    expect(sealed).toMatchObject([[{ language: "nl" }, "", "notice"]]);
    expect(head._answered(), "until another text lies there").toBe("nl");
  });

  it("asks again where its answer does not count, and not where no one can say so", async () => {
    const refused = setUp({ clicked: CLICK, seals: false });
    refused.head._take();
    expect(await refused.head._seal(ui)).toBe(false);
    const { head, engine } = setUp({ clicked: CLICK });
    Object.assign(engine._decisions, { _use: () => Promise.resolve(undefined) });
    head._take();
    expect(await head._seal(ui)).toBe(true);
  });
});
