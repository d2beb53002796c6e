// After a refusal nothing that every script reads or every request carries tells one visitor from another.
import { expect, it } from "vitest";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { bench, post } from "../collector/util/collector.ts";
import { findSubject } from "../../src/cli/findSubject.ts";
import type { SealedRecord } from "../../src/record/consentRecord.ts";
import { COLLECTOR } from "../util/archive.ts";
import { gated, leaves } from "../util/gatedScripts.ts";
import { BASIC, html, inline } from "../util/html.ts";
import { inOneEngine, visitOf, type Visit } from "../util/visit.ts";

type Look = Omit<Visit, "watch">;

const SERVICES = [
  { id: "stats", name: "Stats", category: "performance", storage: [] },
  {
    id: "mail",
    name: "Mail",
    category: "marketing",
    basis: "legitimate-interest",
    reason: "Ours.",
    storage: [],
  },
];
const CONFIG = { ...BASIC, services: SERVICES, reload: "never" };
const library = inline(CONFIG);
const GATED = gated("performance", "", leaves("ran"));
const GPC = `<script>
  Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true });
</script>`;

const records = (page: Look): Promise<readonly SealedRecord[]> =>
  page.evaluate(() => Consentry.current!.proof.records());
const sealed = async (page: Look, count: number): Promise<readonly SealedRecord[]> => {
  await expect.poll(async () => (await records(page)).length).toBe(count);
  return records(page);
};

/** What of a visitor's records lies where the page's scripts read it at once, and where requests carry it. */
async function traces(page: Look): Promise<string[]> {
  const open = await page.evaluate(() =>
    [
      document.cookie,
      window.name,
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
    ].join("\n"),
  );
  const known = (await records(page)).flatMap(({ id, subject, salt, hash }) => [
    id,
    subject,
    salt,
    hash,
  ]);
  return [
    ...known.filter((one) => open.includes(one)),
    // Whatever else is long enough to be told by. Fingerprints are the same for everyone.
    ...(open.match(/[\w-]{16,}/g) ?? []),
  ];
}

/** Ways to end with nothing permitted. */
const REFUSALS: Record<
  string,
  { head?: string; records: number; act(page: Visit): Promise<void> }
> = {
  "a click on reject all": { records: 1, act: (page) => page.choose("reject-all") },
  "everything left off in the preference centre": {
    records: 1,
    async act(page) {
      await page.choose("open-preferences");
      await expect.poll(page.view).toBe("preferences");
      await page.choose("save");
    },
  },
  "the browser's own signal and a refusal of the rest": {
    head: GPC,
    records: 2,
    async act(page) {
      await sealed(page, 1);
      expect((await page.choice())!.get("id")).toBe("");
      await page.choose("reject-all");
    },
  },
  "a consent that was withdrawn": {
    records: 2,
    async act(page) {
      await page.choose("accept-all");
      const [given] = await sealed(page, 1);
      expect((await page.choice())!.get("id")).toBe(given!.subject);
      await page.evaluate(() => Consentry.current!.withdraw());
    },
  },
};

await inOneEngine("a visitor who refused", (open, network) => {
  it.each(Object.keys(REFUSALS))(
    "cannot be distinguished by what is stored, after %s",
    async (how) => {
      const { head = "", act, records: count } = REFUSALS[how]!;
      const page = await open({ head, library, body: GATED });
      await expect.poll(page.view).toBe("banner");
      await act(page);
      const all = await sealed(page, count);
      await expect.poll(async () => (await page.choice())?.get("yes")).toBe("");
      expect((await page.choice())!.get("id")).toBe("");
      expect(await traces(page)).toEqual([]);
      expect(await page.evaluate(() => Consentry.current!.state.subjectId)).toBeNull();
      // One subject for all that this browser decided; it is in the log alone.
      expect(new Set(all.map(({ subject }) => subject)).size).toBe(1);
      expect(all[0]!.subject).toMatch(/^[\w-]{22}$/);

      await page.reload();
      await expect.poll(() => page.evaluate(() => Consentry.current?.state.status)).toBe("decided");
      await page.settle();
      expect(await page.view()).not.toBe("banner");
      expect(await page.ran()).toEqual([]);
      expect(await page.evaluate(() => Consentry.current!.state.subjectId)).toBeNull();
      expect(await traces(page)).toEqual([]);
      expect(await page.evaluate(() => Consentry.current!.proof.verify())).toMatchObject({
        ok: true,
        length: count,
      });
    },
  );

  it("consents on a later page: one chain, one id in cookie, state, events, receipt and export", async () => {
    const page = await open({ library, body: `${GATED}<div data-consent-receipt></div>` });
    await page.choose("reject-all");
    const [refusal] = await sealed(page, 1);
    const receipt = (): Promise<string> =>
      page.evaluate(() => document.querySelector("[data-consent-receipt]")!.textContent ?? "");
    await expect.poll(receipt).toContain(refusal!.subject);
    await page.reload();
    await expect.poll(receipt).toContain(refusal!.subject);
    await page.evaluate(() => Consentry.current!.show("banner"));
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    const [, given] = await sealed(page, 2);
    expect(given).toMatchObject({
      subject: refusal!.subject,
      previous: refusal!.hash,
      event: "changed",
      sequence: 1,
    });
    expect((await page.choice())!.get("id")).toBe(refusal!.subject);
    expect(await page.evaluate(() => Consentry.current!.state.subjectId)).toBe(refusal!.subject);
    const told = (await page.events()).flatMap(({ name, detail }) => {
      const { subjectId, state } = detail as { subjectId?: string; state?: { subjectId: string } };
      return name == "decision" ? [state!.subjectId] : name == "change" ? [subjectId] : [];
    });
    expect(told.slice(-2)).toEqual([refusal!.subject, refusal!.subject]);
    expect(await page.evaluate(() => Consentry.current!.proof.verify())).toMatchObject({
      ok: true,
      length: 2,
    });
    const exported = await page.evaluate(() => Consentry.current!.proof.export());
    expect(exported.match(new RegExp(refusal!.subject, "g"))).toHaveLength(2);
    await expect.poll(receipt).toContain(refusal!.subject);
    await page.reload();
    await expect.poll(page.ran).toEqual(["ran"]);
    expect(await page.evaluate(() => Consentry.current!.state.subjectId)).toBe(refusal!.subject);
  });

  it("is erased whole at the collector by the id on the receipt, refusal and consent", async () => {
    const archive = await archiveOf(network);
    const page = await open({
      library: inline({ ...CONFIG, collector: COLLECTOR }),
      body: "<p>Text</p>",
    });
    await page.choose("reject-all");
    await sealed(page, 1);
    await page.reload();
    await page.evaluate(() => Consentry.current!.acceptAll());
    const [refusal, given] = await sealed(page, 2);
    await expect.poll(archive.count).toBe(2);
    for (const id of [given!.subject, refusal!.id, given!.id]) {
      expect(await findSubject(archive.store, id)).toBe(refusal!.subject);
    }
    const { count } = await archive.store.erase({ subject: given!.subject });
    expect([count, await archive.count()]).toEqual([2, 0]);
    await archive.remove();
  });

  it("has one id in two tabs, whichever consents", async () => {
    const page = await open({ library, body: GATED });
    const other = visitOf(await page.second(), network);
    await other.goto(`${SITE}/`);
    await page.choose("reject-all");
    const [refusal] = await sealed(page, 1);
    await expect.poll(other.view).toBe("none");
    await other.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(page.ran).toEqual(["ran"]);
    await sealed(page, 2);
    const ids = async (): Promise<(string | null | undefined)[]> => [
      (await page.choice())?.get("id"),
      ...(await Promise.all(
        [page, other].map((tab) => tab.evaluate(() => Consentry.current!.state.subjectId)),
      )),
    ];
    await expect.poll(ids).toEqual([refusal!.subject, refusal!.subject, refusal!.subject]);
    await page.evaluate(() => Consentry.current!.rejectAll());
    await expect.poll(ids).toEqual(["", null, null]);
    expect(await page.evaluate(() => Consentry.current!.proof.verify())).toMatchObject({
      ok: true,
      length: 3,
    });
  });

  const DAMAGE: Record<string, (name: string) => Promise<unknown>> = {
    "was deleted": (name) =>
      new Promise((done) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = done;
      }),
    "was altered": (name) =>
      new Promise((done) => {
        indexedDB.open(name).onsuccess = (event) => {
          const db = (event.target as IDBOpenDBRequest).result;
          const tx = db.transaction("heads", "readwrite");
          tx.objectStore("heads").put({ key: "00000000", id: "x", text: "{}", hash: "00" });
          tx.oncomplete = () => done(db.close());
        };
      }),
  };
  it.each(Object.keys(DAMAGE))(
    "begins a chain with an id of its own where the database %s",
    async (what) => {
      const page = await open({ library, body: GATED });
      await page.choose("reject-all");
      const [refusal] = await sealed(page, 1);
      // A page without the library, so that nothing holds the database open.
      network.route(`${SITE}/plain`, html({ library: "" }));
      await page.goto(`${SITE}/plain`);
      await page.evaluate(DAMAGE[what]!, "consentry");
      await page.goto(`${SITE}/`);
      await expect
        .poll(() => page.evaluate(() => Consentry.current?.permits("performance")))
        .toBe(false);
      expect(await page.ran()).toEqual([]);
      await page.evaluate(() => Consentry.current!.acceptAll());
      await expect.poll(page.ran).toEqual(["ran"]);
      await expect.poll(async () => (await records(page)).at(-1)?.event).toBe("changed");
      const given = (await records(page)).at(-1)!;
      expect(given).toMatchObject({ sequence: 0, previous: null });
      expect(given.subject).not.toBe(refusal!.subject);
      expect((await page.choice())!.get("id")).toBe(given.subject);
    },
  );

  it("decides as ever where the browser keeps no database and no other storage", async () => {
    const head = `<script>for (const name of ["indexedDB", "localStorage"])
      Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError") } });</script>`;
    const page = await open({ head, library, body: GATED });
    await page.choose("reject-all");
    await expect.poll(async () => (await page.choice())?.get("id")).toBe("");
    await page.reload();
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(page.ran).toEqual(["ran"]);
    expect((await page.choice())!.get("id")).toMatch(/^[\w-]{22}$/);
    expect(await page.errors()).toEqual([]);
  });

  it("is not turned into consent by a cookie with a yes and no id", async () => {
    const page = await open({ library, body: GATED });
    await page.choose("accept-all");
    await expect.poll(page.ran).toEqual(["ran"]);
    // From a page without the library: the one that decided looks again, and loads itself again.
    network.route(`${SITE}/plain`, html({ library: "" }));
    await page.goto(`${SITE}/plain`);
    await page.evaluate(() => {
      const text = document.cookie.replace(/id=[^&]*/, "id=");
      document.cookie = `${text}; Path=/; Secure`;
    });
    expect((await page.choice())!.get("id")).toBe("");
    await page.goto(`${SITE}/`);
    await expect.poll(page.view).toBe("banner");
    expect(await page.ran()).toEqual([]);
  });
});

/** A real collector behind the test network's address. */
async function archiveOf(network: TestNetwork): Promise<{
  store: Awaited<ReturnType<typeof bench>>["store"];
  count(): Promise<number>;
  remove(): Promise<void>;
}> {
  const { collector, store, remove } = await bench({ origins: [SITE] });
  network.route(COLLECTOR, async ({ body }) => {
    const response = await collector(post(body, { headers: { Origin: SITE } }));
    return {
      status: response.status,
      body: await response.text(),
      headers: { "content-type": "application/json" },
    };
  });
  return { store, count: async () => (await store.bodies({}, -1, 99)).length, remove };
}
