import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { storedChoice } from "../core/choice/storedChoice.ts";
import { expireCookie } from "../lib/expireCookie.ts";
import { safeDocument } from "../lib/safeDocument.ts";
import { createChoiceStore, type ChoiceStore, type ChoiceStoreEnv } from "./choiceStore.ts";
import { cookieName } from "../core/config/names.ts";
import { readChoice } from "./readChoice.ts";

const TEXT =
  "v=1&id=abcdefgh12345678&t=1764000000&r=1&yes=performance+ads&no=marketing&f=a.1x+b.2y";
const safe = safeDocument(document);
const { hostname, pathname } = location;
const env = (fields: Partial<ChoiceStoreEnv> = {}): ChoiceStoreEnv => {
  const all = { document: safe, location, domain: "", hostOnly: false, ...fields };
  const name = cookieName(all.hostOnly, all.location.protocol == "https:");
  return { _find: () => readChoice(name, all.document), ...all };
};

/** A document that keeps the lines assigned to it, and holds what they say. */
function recorder(): { document: Pick<Document, "cookie">; lines: string[] } {
  const lines: string[] = [];
  const document = {
    get cookie(): string {
      return lines.length ? lines.at(-1)!.split(";")[0]! : "";
    },
    set cookie(line: string) {
      lines.push(line);
    },
  };
  return { document, lines };
}
const cookies = (): string[] =>
  safe.cookie.split("; ").filter((pair) => pair.startsWith("consentry="));
const clear = (): void =>
  expireCookie("consentry", { document: safe, hostname, pathname, secure: false });

/** Writes, and sees what became of it. */
const keep = (store: ChoiceStore, text: string, days: number): boolean => {
  store.write(text, days);
  return store.confirm();
};

beforeEach(clear);
afterEach(() => {
  document.querySelectorAll("[name=cookie]").forEach((element) => element.remove());
  clear();
});

describe("the stored choice", () => {
  it("writes nothing by being made, and reads nothing where nothing is", () => {
    const store = createChoiceStore(env());
    expect(cookies()).toEqual([]);
    expect(store.read()).toEqual(storedChoice([]));
  });

  it("reads back what it wrote, also from another store", () => {
    expect(keep(createChoiceStore(env()), TEXT, 180)).toBe(true);
    expect(createChoiceStore(env()).read()).toEqual(storedChoice([TEXT]));
    expect(keep(createChoiceStore(env()), TEXT.replace("yes=performance", "yes="), 180)).toBe(true);
    expect(cookies()).toHaveLength(1);
  });

  it("is written in plain text, so that a server needs nothing but a query string parser", () => {
    createChoiceStore(env()).write(TEXT, 180);
    expect(cookies()[0]).toContain("&yes=performance");
    expect(
      Object.fromEntries(new URLSearchParams(readChoice("consentry", safe)._text)),
    ).toMatchObject({
      yes: "performance ads",
    });
  });

  it("lies on the root path, is sent to this site only, and ends after the days", () => {
    const { document: page, lines } = recorder();
    // js-cookie writes to the global document; the recorder sees the plain line that follows, because
    // reading back did not find the choice there.
    keep(createChoiceStore(env({ document: page })), TEXT, 7);
    const line = lines.at(-1)!.toLowerCase();
    const attributes = new Map(
      line
        .split("; ")
        .slice(1)
        .map((part) => part.split("=") as [string, string | undefined]),
    );
    expect([...attributes.keys()].sort()).toEqual(["max-age", "path", "samesite"]);
    expect(attributes.get("path")).toBe("/");
    expect(attributes.get("samesite")).toBe("lax");
    expect(attributes.get("max-age")).toBe(String(7 * 86_400));
  });

  it("is Secure on https, shared by domain, and neither shared nor unprefixed when bound to a host", () => {
    const https = { hostname: "www.shop.test", pathname: "/", protocol: "https:" };
    const shared = recorder();
    createChoiceStore(env({ ...shared, location: https, domain: "shop.test" })).write(TEXT, 1);
    expect(shared.lines.at(-1)).toMatch(/^consentry=.*; Domain=shop\.test(;|$)/);
    expect(shared.lines.at(-1)).toContain("; Secure");
    const bound = recorder();
    const store = createChoiceStore(
      env({ ...bound, location: https, domain: "shop.test", hostOnly: true }),
    );
    store.write(TEXT, 1);
    expect(bound.lines.at(-1)).toMatch(/^__Host-consentry=/);
    expect(bound.lines.at(-1)).not.toContain("Domain");
    expect(cookieName(true, false)).toBe("consentry");
  });

  it("reads nothing while it writes a first choice, and reads one back at once where another stood", () => {
    let reads = 0;
    const counting = {
      get cookie(): string {
        reads++;
        return safe.cookie;
      },
      set cookie(line: string) {
        safe.cookie = line;
      },
    };
    const store = createChoiceStore(env({ document: counting }));
    store.read();
    store.write(TEXT, 180);
    expect(reads).toBe(1);
    expect(cookies()).toHaveLength(1);
    expect(store.confirm()).toBe(true);
    expect(reads).toBe(2);
    store.write(TEXT.replace("yes=performance", "yes="), 180);
    expect(reads).toBe(3);
    expect(store.confirm()).toBe(true);
    expect(reads).toBe(3);
  });

  it("confirms what was written before it reads", () => {
    const texts = [`consentry=${TEXT.replace("t=17", "t=16")}`];
    const doubling = {
      get cookie(): string {
        return texts.join("; ");
      },
      set cookie(line: string) {
        if (line.includes("Max-Age=0")) texts.length = 0;
        else texts.unshift(line.split(";", 1)[0]!);
      },
    };
    const store = createChoiceStore(env({ document: doubling }));
    const first = texts.splice(0);
    store.read();
    texts.push(...first);
    store.write(TEXT, 180);
    // js-cookie wrote it to the global document.
    texts.unshift(`consentry=${TEXT}`);
    expect(store.read()).toEqual(storedChoice([TEXT]));
    expect(texts).toHaveLength(1);
    expect(store.confirm()).toBe(true);
  });

  it("leaves alone what another tab wrote before it is read back", () => {
    const other = TEXT.replace("yes=performance", "yes=");
    const store = createChoiceStore(env());
    store.read();
    store.write(TEXT, 180);
    safe.cookie = `consentry=${other}; Path=/`;
    expect(store.confirm()).toBe(true);
    expect(store.read()).toEqual(storedChoice([other]));
  });

  it("does not take the choice before for another tab's where the next one is refused", () => {
    const store = createChoiceStore(env());
    store.read();
    store.write(TEXT, 180);
    expect(keep(store, "x".repeat(5000), 180)).toBe(false);
  });

  it("replaces two cookies of its name by one", async () => {
    // A page further down sees cookies of two paths.
    const frame = document.createElement("iframe");
    frame.src = "/t/page";
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    const deeper = safeDocument(frame.contentDocument!);
    deeper.cookie = "consentry=v=1&old; Path=/";
    deeper.cookie = "consentry=v=1&planted; Path=/t";
    const store = createChoiceStore(
      env({ document: deeper, location: frame.contentWindow!.location }),
    );
    expect(store.read()._is).toBe("ambiguous");
    expect(keep(store, TEXT, 180)).toBe(true);
    expect(store.read()).toEqual(storedChoice([TEXT]));
    expect(readChoice("consentry", deeper)).toEqual(storedChoice([TEXT]));
    frame.remove();
  });

  it("remembers on this page what the browser refuses", () => {
    const refusing = {
      get cookie(): string {
        return "";
      },
      set cookie(_line: string) {},
    };
    const store = createChoiceStore(env({ document: refusing }));
    expect(keep(store, TEXT, 180)).toBe(false);
    expect(store.read()).toEqual(storedChoice([TEXT]));
  });

  it("does not throw where cookies are denied", () => {
    const denied = {
      get cookie(): string {
        throw new DOMException("denied", "SecurityError");
      },
      set cookie(_line: string) {
        throw new DOMException("denied", "SecurityError");
      },
    };
    const store = createChoiceStore(env({ document: denied }));
    expect(store.read()).toEqual(storedChoice([]));
    expect(keep(store, TEXT, 180)).toBe(false);
    expect(store.read()).toEqual(storedChoice([TEXT]));
  });

  it("is written and read where markup is named `cookie`", () => {
    const image = document.createElement("img");
    image.name = "cookie";
    document.body.append(image);
    expect(document.cookie).toBe(image);
    const store = createChoiceStore(env());
    store.read();
    store.write(TEXT, 180);
    // Before it is confirmed: the page may end here.
    expect(cookies()).toHaveLength(1);
    expect(store.confirm()).toBe(true);
    expect(store.read()).toEqual(storedChoice([TEXT]));
    image.remove();
    expect(cookies()).toHaveLength(1);
  });

  it.each(["domain", "partitioned", "max-age", "secure", "expires", "path", "sameSite"])(
    "takes no %s from a polluted Object.prototype",
    (key) => {
      Object.defineProperty(Object.prototype, key, {
        value: "evil",
        configurable: true,
        enumerable: true,
        writable: true,
      });
      const { document: page, lines } = recorder();
      const kept = keep(createChoiceStore(env({ document: page })), TEXT, 180);
      Reflect.deleteProperty(Object.prototype, key);
      expect(kept).toBe(true);
      expect(lines.join()).not.toContain("evil");
      expect(safe.cookie).not.toContain("evil");
    },
  );
});
