import { createHash } from "node:crypto";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { expect } from "vitest";
import type { Answer } from "../pages/answer.ts";
import { pixel } from "../pages/vendors.ts";
import type { TestNetwork } from "../pages/server.ts";
import type { OpenPage, Visit } from "../util/visit.ts";
import type { App } from "./apps.ts";
import type { Served } from "./serveApp.ts";

/** A visitor of an app. What it says of vendors comes from the request log. */
export interface Shop extends Visit {
  /** The address of a page. */
  at(path: string): string;
  /** Follows a link of the app, and waits until its page shows. */
  follow(path: string, heading: string): Promise<void>;
  /** The page's heading. */
  heading(): Promise<string>;
  /** How often a document was loaded so far, the vendor's script was fetched, the film. */
  documents(): number;
  tags(): number;
  films(): number;
  /** Page views that the vendor's script reported, in order. */
  hits(): string[];
  /** What the consoles of all tabs told of errors and warnings, violations of the policy among them. */
  said(): string[];
  /** A further tab, its console heard as well. */
  another(path: string): Promise<Visit>;
  /** What the server sends this visitor: status, headers, and the HTML whole. */
  sent(path: string): Promise<{ status: number; headers: Answer["headers"]; html: string }>;
  /** While true, the app's scripts do not come. */
  isMute: boolean;
}

/** As vendors count the pages of an app: at once, and at each change of its address. */
const TAG = `(() => {
  let at;
  const look = () => {
    if (location.pathname == at) return;
    at = location.pathname;
    fetch("https://stats.vendor.test/hit?" + at, { method: "POST", mode: "no-cors" });
  };
  const { pushState } = history;
  history.pushState = function (...all) { pushState.apply(this, all); look(); };
  addEventListener("popstate", look);
  look();
})();`;

/** Firefox says that it refuses Hotjar a cookie for a whole top-level domain, which Hotjar tries first. */
const REFUSED = /Cookie “_hj\w+” has been rejected for invalid domain/;

/** Opens a page of an app in a fresh profile. */
export async function openShop(
  app: App,
  served: Served,
  open: OpenPage,
  network: TestNetwork,
  { path = "/", isMute = false }: { path?: string; isMute?: boolean } = {},
): Promise<Shop> {
  const host = `${app.folder}.shop.test`;
  const at = (to: string): string => `https://${host}${to}`;
  const shop = { isMute };
  network.route(at("/*"), (asked) =>
    shop.isMute && asked.headers["sec-fetch-dest"] == "script"
      ? { status: 404 }
      : served.ask(asked),
  );
  const script = { "content-type": "text/javascript" };
  network.route("https://stats.vendor.test/tag.js", { body: TAG, headers: script });
  network.route("https://stats.vendor.test/hit", { status: 204 });
  network.route("https://stats.vendor.test/unmarked.gif", pixel);
  network.route("https://video.vendor.test/film", "<p>Film</p>");
  const said: string[] = [];
  const say = (text: string): void => void (REFUSED.test(text) || said.push(text));
  const hear = ({ page }: { page?: Visit["page"] }): void => {
    page!.on("console", (message) => {
      if (/^(?:error|warning)$/.test(message.type())) say(message.text());
    });
    page!.on("pageerror", (error) => say(String(error)));
  };
  // What is heard from the start is heard from a page before.
  const blank = '<!doctype html><link rel="icon" href="data:,">';
  const visit = await open(blank, { url: at("/before-all") });
  hear(visit);
  await visit.goto(at(path));
  const entries = (of: string, to: string) =>
    network.log
      .entries()
      .filter((one) => one.kind == "request" && one.host == of && one.path == to);
  const heading = (): Promise<string> =>
    visit.evaluate(() => document.querySelector("h1")?.textContent ?? "");
  return Object.assign(shop, visit, {
    at,
    heading,
    async follow(to: string, title: string) {
      await visit.click(`a[href="${to}"]`);
      await expect.poll(heading).toBe(title);
    },
    documents: () =>
      network.log
        .entries()
        .filter((one) => one.host == host && one.headers["sec-fetch-dest"] == "document").length -
      1,
    tags: () => entries("stats.vendor.test", "/tag.js").length,
    films: () => entries("video.vendor.test", "/film").length,
    hits: () => entries("stats.vendor.test", "/hit").map(({ query }) => query.slice(1)),
    said: () => said,
    async another(to: string) {
      const tab = await visit.second();
      hear(tab);
      await tab.goto(at(to));
      return { ...visit, ...tab, ...viewOf(tab) };
    },
    async sent(to: string) {
      const cookies = await visit.cookies();
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
      const url = new URL(at(to));
      const headers = {
        accept: "text/html",
        "sec-fetch-dest": "document",
        ...(cookie && { cookie }),
      };
      const answer = await served.ask({ method: "GET", url, headers, body: "" });
      let html = "";
      for await (const part of answer.parts!) html += String(part);
      return { status: answer.status ?? 0, headers: answer.headers, html };
    },
  });
}

const viewOf = ({ evaluate, click }: Pick<Visit, "evaluate" | "click">) => ({
  view: () =>
    evaluate(
      () => document.querySelector("[data-consentry]")?.getAttribute("data-consentry-view") ?? null,
    ),
  choose: (action: string) => click(`[data-consentry-action="${action}"]`),
});

/** Whether the page shows the film, and what stands in for it. */
export const film = (shop: Pick<Shop, "evaluate">): Promise<string> =>
  shop.evaluate(() => document.querySelector("iframe[title=Film], #ask")?.localName ?? "");

type Element = DefaultTreeAdapterTypes.Element;

/** Every element of a document, but for what waits in templates. */
function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  const look = (node: DefaultTreeAdapterTypes.Node): void => {
    if ("attrs" in node) found.push(node);
    if ("childNodes" in node) node.childNodes.forEach(look);
  };
  look(parse(html));
  return found;
}

const valueOf = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name == name)?.value;

/** Addresses of vendors that elements of a document would fetch from. */
export const fetchedBy = (html: string): string[] =>
  elementsOf(html)
    .flatMap(({ attrs }) => attrs)
    .filter(({ name }) => /^(?:src|srcset|href|poster|data|srcdoc|style)$/.test(name))
    .map(({ value }) => value)
    .filter((value) => value.includes("vendor.test"));

/** The code that stands in a document and runs: its nonce, and its hash as a policy names it. */
export const inlineScripts = (html: string): { nonce: string | undefined; hash: string }[] =>
  elementsOf(html)
    .filter((one) => one.tagName == "script" && valueOf(one, "src") == undefined)
    .filter((one) => /^(?:|module|text\/javascript)$/.test(valueOf(one, "type") ?? ""))
    .map((one) => {
      const text = one.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
      const hash = createHash("sha256").update(text).digest("base64");
      return { nonce: valueOf(one, "nonce"), hash: `'sha256-${hash}'` };
    });
