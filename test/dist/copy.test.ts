import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../pages/files.ts";
import { SITE, type TestNetwork } from "../pages/server.ts";
import { standInAnswer } from "../pages/standIn.ts";
import { codes } from "../util/codes.ts";
import { command, fileOf, type Ended } from "../util/command.ts";
import { PLAIN } from "../util/html.ts";
import { inOneEngine } from "../util/visit.ts";

const CONFIG = {
  ...PLAIN,
  language: "nl",
  services: {
    hotjar: { id: 123456 },
    "microsoft-uet": { id: 1234567 },
    "my-chat": { name: "Chat", category: "functional", storage: [] },
  },
};
const HOTJAR = "GET static.hotjar.com/c/hotjar-123456.js";
const LIST = "consentry.files.json";
const newFolder = (): string => join(mkdtempSync(join(tmpdir(), "consentry-")), "consentry");
const copy = (folder: string, config: object | null, ...more: string[]): Promise<Ended> =>
  command(["copy", folder, ...(config ? ["--config", fileOf(config)] : []), ...more]);
const namesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .toSorted();
const bytesOf = (file: string): Buffer => readFileSync(join(root, "dist", file));

describe("consentry copy", () => {
  it("copies what the configuration needs, and nothing else", async () => {
    const folder = newFolder();
    const { code, out, err } = await copy(folder, CONFIG);
    expect(code).toBe(0);
    expect(out).toBe(
      '<script defer src="/consentry/consentry.js" data-config="/consent.json"></script>\n',
    );
    const names = namesIn(folder).filter((name) => name != LIST);
    expect(names.filter((name) => name.includes("/"))).toEqual([
      "locales/nl.js",
      "services/hotjar.js",
      "services/microsoft-uet.js",
      "signals/microsoft-uet.js",
    ]);
    for (const name of ["consentry.js", "consentry.own.js", "consentry.preferences.js"])
      expect(names).toContain(name);
    for (const name of ["head", "monitor", "sw", "migrate"])
      expect(names).not.toContain(`consentry.${name}.js`);
    for (const name of names) expect(readFileSync(join(folder, name)).equals(bytesOf(name))).toBe(true);
    expect(err).toContain(`${names.length} files`);
  });

  it("run again changes nothing; with another configuration it adds and removes its own files alone", async () => {
    const folder = newFolder();
    await copy(folder, CONFIG);
    const before = namesIn(folder);
    const time = () => statSync(join(folder, "consentry.js")).mtimeMs;
    const first = time();
    expect((await copy(folder, CONFIG)).err).toMatch(/; 0 written, \d+ as they were, 0 removed/);
    expect([namesIn(folder), time()]).toEqual([before, first]);

    writeFileSync(join(folder, "services/mine.js"), "// not ours");
    writeFileSync(join(folder, "consentry.banner.js"), "// damaged");
    const services = { vimeo: {} };
    expect((await copy(folder, { ...CONFIG, services })).code).toBe(0);
    expect(namesIn(folder).filter((name) => name.includes("/"))).toEqual([
      "locales/nl.js",
      "services/mine.js",
      "services/vimeo.js",
    ]);
    expect(existsSync(join(folder, "consentry.own.js"))).toBe(false);
    expect(readFileSync(join(folder, "consentry.banner.js")).equals(bytesOf("consentry.banner.js"))).toBe(true);
  });

  it("believes no list that names what it would not write", async () => {
    const folder = newFolder();
    await copy(folder, CONFIG);
    const precious = join(folder, "../precious.js");
    writeFileSync(precious, "precious");
    const files = { "../precious.js": "", "a/../../precious.js": "" };
    const copies = [{ folder: "", files }, { folder: "../", files: { "precious.js": "" } }];
    writeFileSync(join(folder, LIST), JSON.stringify({ copies }));
    await copy(folder, CONFIG);
    expect(existsSync(precious)).toBe(true);
  });

  it("with --hash names a folder by what is in it, keeps the one before, and gives integrity values", async () => {
    const folder = newFolder();
    const made: string[] = [];
    for (const lang of ["nl", "de", "fr"]) {
      const { out } = await copy(folder, CONFIG, "--hash", "--lang", lang, "--url", "https://cdn.acme.example/c");
      const [, name, integrity] =
        /^<script defer src="https:\/\/cdn\.acme\.example\/c\/([\w.-]+)\/consentry\.js" integrity="(sha384-[^"]+)" crossorigin data-config="\/consent\.json"><\/script>\n$/.exec(
          out,
        )!;
      made.push(name!);
      expect(integrity).toBe(
        `sha384-${createHash("sha384").update(bytesOf("consentry.js")).digest("base64")}`,
      );
      const again = await copy(folder, CONFIG, "--hash", "--lang", lang);
      expect(again.err).toContain("; 0 written,");
      expect(again.out).toContain(`/consentry/${name}/consentry.js`);
      expect(readdirSync(folder).toSorted()).toEqual([...made.slice(-2), LIST].toSorted());
    }
    expect(new Set(made).size).toBe(3);
    const { copies } = JSON.parse(readFileSync(join(folder, LIST), "utf8")) as {
      copies: { folder: string; files: Record<string, string> }[];
    };
    expect(copies.map((one) => one.folder)).toEqual([`${made[2]}/`, `${made[1]}/`]);
    for (const [file, integrity] of Object.entries(copies[0]!.files)) {
      const hash = createHash("sha384").update(bytesOf(file)).digest("base64");
      expect(integrity, file).toBe(`sha384-${hash}`);
    }
  });

  it("without a configuration copies whatever one might name", async () => {
    const folder = newFolder();
    expect((await copy(folder, null)).out).toBe(
      '<script defer src="/consentry/consentry.js"></script>\n',
    );
    for (const kind of ["services", "signals", "locales"]) {
      expect(readdirSync(join(folder, kind))).toEqual(readdirSync(join(root, "dist", kind)));
    }
  });

  it("writes nothing where the configuration has mistakes, and says what it needs", async () => {
    const folder = newFolder();
    const wrong = await copy(folder, { ...CONFIG, services: { nobody: {} } });
    expect([wrong.code, existsSync(folder)]).toEqual([1, false]);
    expect(wrong.err).toContain("service-unavailable");
    expect(await command(["copy"])).toMatchObject({ code: 2, err: expect.stringContaining("FOLDER") as string });
    expect((await copy(folder, CONFIG, "--lang", "tlh")).err).toContain("language-unknown");
  });
});

await inOneEngine("a site with a copy", (open, network: TestNetwork) => {
  it.each(["", "--hash"])("works with nothing else on the server %s", async (hash) => {
    const folder = newFolder();
    const { out } = await copy(folder, CONFIG, ...(hash ? [hash] : []));
    network.route("https://static.hotjar.com/c/hotjar-123456.js", standInAnswer(""));
    const type = { "content-type": "text/javascript" };
    for (const name of namesIn(folder)) {
      if (name.endsWith(".js")) {
        network.route(`${SITE}/consentry/${name}`, {
          body: readFileSync(join(folder, name)),
          headers: type,
        });
      }
    }
    network.route(`${SITE}/consent.json`, {
      body: JSON.stringify(CONFIG),
      headers: { "content-type": "application/json" },
    });
    const page = await open({
      lang: "nl",
      library: out,
      body: '<script type="text/plain" data-consent="my-chat">seen.ran.push("chat")</script>',
    });
    await expect.poll(page.view).toBe("banner");
    await page.evaluate(() => Consentry.current!.show("preferences"));
    await expect.poll(page.view).toBe("preferences");
    await page.evaluate(() => Consentry.current!.acceptAll());
    await expect.poll(page.calls).toContain(HOTJAR);
    await expect.poll(page.ran).toEqual(["chat"]);
    expect(await codes(page)).toEqual([]);
    const foreign = network.log.entries().filter(({ path }) => path.startsWith("/dist/"));
    expect(foreign).toEqual([]);
  });
});
