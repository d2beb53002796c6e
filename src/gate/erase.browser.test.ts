import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Medium, StorageItem } from "../core/config/service.ts";
import { expireCookie } from "../lib/expireCookie.ts";
import { safeDocument } from "../lib/safeDocument.ts";
import { erase, type Sweep } from "./erase.ts";

const safe = safeDocument(document);
const env = { window, document: safe };
const item = (name: string, medium: Medium = "cookie"): StorageItem => ({
  name,
  medium,
  purpose: "",
  lifetime: "",
});
const sweep = (fields: Partial<Sweep>): Promise<string[]> =>
  erase({ erase: [], keep: [], ...fields }, env);
const names = (): string[] =>
  safe.cookie
    .split("; ")
    .map((pair) => pair.split("=")[0]!)
    .filter((name) => name.startsWith("t_"))
    .sort();

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error("no database"));
  });
}
const databases = async (): Promise<string[]> =>
  (await indexedDB.databases()).map(({ name }) => name!).filter((name) => name.startsWith("t_"));

async function clear(): Promise<void> {
  for (const name of new Set(names())) {
    expireCookie(name, {
      document: safe,
      hostname: location.hostname,
      pathname: location.pathname,
      secure: false,
    });
  }
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) if (key.startsWith("t_")) storage.removeItem(key);
  }
  await sweep({ erase: [item("t_*", "indexedDB"), item("t_*", "cache")] });
}
beforeEach(clear);
afterEach(clear);

describe("erase", () => {
  it("erases cookies by name and by pattern, and leaves the others", async () => {
    for (const name of ["t_ga", "t_ga_ABC", "t_gat", "t_other"]) safe.cookie = `${name}=1; Path=/`;
    expect(await sweep({ erase: [item("t_ga"), item("t_ga_*")] })).toEqual([]);
    expect(names()).toEqual(["t_gat", "t_other"]);
  });

  it("erases cookies of this host, by its name as a domain, on the root and on the page's folders", async () => {
    const frame = document.createElement("iframe");
    frame.src = "/t/shop/page";
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    const deeper = safeDocument(frame.contentDocument!);
    deeper.cookie = "t_root=1; Path=/";
    deeper.cookie = `t_domain=1; Path=/; Domain=${location.hostname}`;
    deeper.cookie = "t_folder=1; Path=/t/shop";
    deeper.cookie = "t_same=1; Path=/";
    deeper.cookie = "t_same=2; Path=/t";
    const seen = (): number => deeper.cookie.match(/\bt_\w+=/g)?.length ?? 0;
    expect(seen()).toBe(5);
    const view = frame.contentWindow as typeof window;
    const sent = { erase: [item("t_*")], keep: [] };
    expect(await erase(sent, { window: view, document: deeper })).toEqual([]);
    expect(seen()).toBe(0);
    frame.remove();
  });

  it("asks every parent domain of the host", async () => {
    const lines: string[] = [];
    const page = {
      get cookie(): string {
        return "t_ga=1";
      },
      set cookie(line: string) {
        lines.push(line);
      },
    };
    const place = { hostname: "www.shop.example.org", pathname: "/a/b", protocol: "https:" };
    const world = new Proxy(window, {
      get: (target, key): unknown => (key == "location" ? place : Reflect.get(target, key, target)),
    });
    const left = await erase(
      { erase: [item("t_ga")], keep: [] },
      { window: world, document: page },
    );
    expect(left).toEqual(["t_ga"]);
    for (const domain of ["www.shop.example.org", "shop.example.org", "example.org"]) {
      expect(lines.some((line) => line.includes(`Domain=${domain};`))).toBe(true);
    }
  });

  it("keeps what is to be kept, whatever a pattern says", async () => {
    for (const name of ["t_vid", "t_optout", "t_optout_2"]) safe.cookie = `${name}=1; Path=/`;
    await sweep({ erase: [item("t_*")], keep: [item("t_optout*")] });
    expect(names()).toEqual(["t_optout", "t_optout_2"]);
  });

  it("keeps by medium: a cookie that is kept does not keep a storage key", async () => {
    safe.cookie = "t_id=1; Path=/";
    localStorage.setItem("t_id", "1");
    await sweep({ erase: [item("t_id"), item("t_id", "localStorage")], keep: [item("t_id")] });
    expect(names()).toEqual(["t_id"]);
    expect(localStorage.getItem("t_id")).toBeNull();
  });

  it("finds a cookie whose name the vendor percent-encoded", async () => {
    safe.cookie = "t_a%7Cb=1; Path=/";
    await sweep({ erase: [item("t_a|b")] });
    expect(names()).toEqual([]);
  });

  it.each(["localStorage", "sessionStorage"] as const)("erases keys of %s", async (medium) => {
    for (const key of ["t_one", "t_two", "x_three"]) window[medium].setItem(key, "1");
    expect(await sweep({ erase: [item("t_*", medium)] })).toEqual([]);
    expect(Object.keys(window[medium]).filter((key) => /^[tx]_/.test(key))).toEqual(["x_three"]);
    window[medium].removeItem("x_three");
  });

  it("finds a name with a percent sign that encodes nothing", async () => {
    for (const name of ["t_100%", "t_50%"]) safe.cookie = `${name}=1; Path=/`;
    await sweep({ erase: [item("t_100%")] });
    expect(names()).toEqual(["t_50%"]);
    await sweep({ erase: [item("t_50%")] });
  });

  it("erases only the databases that are named", async () => {
    for (const name of ["t_one", "t_other"]) (await openDatabase(name)).close();
    expect(await sweep({ erase: [item("t_one", "indexedDB")] })).toEqual([]);
    expect(await databases()).toEqual(["t_other"]);
  });

  it("asks for databases and caches only where one is to be erased", async () => {
    const asked: string[] = [];
    const world = new Proxy(window, {
      get(target, key): unknown {
        if (key == "indexedDB" || key == "caches") asked.push(key);
        return Reflect.get(target, key, target);
      },
    });
    const look = (...erasing: StorageItem[]): Promise<string[]> =>
      erase({ erase: erasing, keep: [] }, { window: world, document: safe });
    await look(item("t_ga"), item("t_ga", "localStorage"));
    expect(asked).toEqual([]);
    await look(item("t_ga"), item("t_db", "indexedDB"));
    expect(new Set(asked)).toEqual(new Set(["indexedDB"]));
    asked.length = 0;
    await look(item("t_ga"), item("t_cache", "cache"));
    expect(new Set(asked)).toEqual(new Set(["caches"]));
  });

  it("names what the browser refuses to erase", async () => {
    const refusing = {
      keys: () => Promise.resolve(["t_cache"]),
      delete: () => Promise.reject(new DOMException("no", "SecurityError")),
    };
    const world = new Proxy(window, {
      get: (target, key): unknown =>
        key == "caches" ? refusing : Reflect.get(target, key, target),
    });
    const sent = { erase: [item("t_*", "cache")], keep: [] };
    expect(await erase(sent, { window: world, document: safe })).toEqual(["t_cache"]);
  });

  it.each(["https:", "http:"])(
    "expires cookies of a page over %s as that page sets them",
    async (protocol) => {
      const lines: string[] = [];
      const page = {
        get cookie(): string {
          return "t_ga=1";
        },
        set cookie(line: string) {
          lines.push(line);
        },
      };
      const place = { hostname: "example.org", pathname: "/", protocol };
      const world = new Proxy(window, {
        get: (target, key): unknown =>
          key == "location" ? place : Reflect.get(target, key, target),
      });
      await erase({ erase: [item("t_ga")], keep: [] }, { window: world, document: page });
      expect(lines.some((line) => /; *Secure/i.test(line))).toBe(protocol == "https:");
    },
  );

  it("erases databases, and tells of one that is held open", async () => {
    (await openDatabase("t_closed")).close();
    const held = await openDatabase("t_held");
    expect(await sweep({ erase: [item("t_*", "indexedDB")] })).toEqual(["t_held"]);
    expect(await databases()).not.toContain("t_closed");
    held.close();
  });

  it("erases caches", async () => {
    await (await caches.open("t_shell")).put("/t", new Response("x"));
    await caches.open("x_other");
    expect(await sweep({ erase: [item("t_*", "cache")] })).toEqual([]);
    expect(await caches.keys()).toEqual(expect.arrayContaining(["x_other"]));
    expect(await caches.keys()).not.toContain("t_shell");
    await caches.delete("x_other");
  });

  it("names what is still there", async () => {
    safe.cookie = "t_stuck=1; Path=/";
    const stuck = {
      get cookie(): string {
        return safe.cookie;
      },
      set cookie(_line: string) {},
    };
    const left = await erase({ erase: [item("t_*")], keep: [] }, { window, document: stuck });
    expect(left).toEqual(["t_stuck"]);
  });

  it("does nothing and throws nothing where everything is denied", async () => {
    const deny = (): never => {
      throw new DOMException("denied", "SecurityError");
    };
    const world = new Proxy(window, {
      get: (target, key): unknown =>
        ["localStorage", "sessionStorage", "indexedDB", "caches"].includes(String(key))
          ? deny()
          : Reflect.get(target, key, target),
    });
    const page = {
      get cookie(): string {
        return deny();
      },
      set cookie(_line: string) {
        deny();
      },
    };
    const media = ["cookie", "localStorage", "sessionStorage", "indexedDB", "cache"] as const;
    const all = media.map((medium) => item("t_*", medium));
    expect(await erase({ erase: all, keep: [] }, { window: world, document: page })).toEqual([]);
  });

  it("takes no part of a name for a pattern but the star", async () => {
    for (const name of ["t_a.b", "t_axb"]) safe.cookie = `${name}=1; Path=/`;
    await sweep({ erase: [item("t_a.b")] });
    expect(names()).toEqual(["t_axb"]);
  });
});
