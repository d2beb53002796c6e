import { renderBanner, renderHead, type SiteConfig } from "consentry/server";
import type { Visit } from "./visit.ts";

const TAG = '<script async src="/dist/consentry.js" data-config="/consent.json"></script>';
const GATED = `<script type="text/plain" data-consent="performance">seen.ran.push("gated")</script>`;

/** What a page has beside the banner. */
export interface Parts {
  lang?: string;
  head?: string;
  body?: string;
  nonce?: string;
  /** Address of the folder of our files, for what asks for them at once. */
  files?: string;
}
/** A page as a site's server sends it to whoever comes: the banner is in its HTML. */
export async function pageOf(
  config: SiteConfig,
  { lang = "en", head = "", body = "", nonce = "", files }: Parts = {},
): Promise<string> {
  const { html } = await renderHead(config, { nonce, banner: true, ...(files && { files }) });
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Shop</title>
    <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
    <script nonce="${nonce}">window.seen = { errors: [], events: [], ran: [] };
      addEventListener("error", (event) => seen.errors.push(String(event.message)));
      document.addEventListener("consentry:decision", (event) => seen.ran.push("decision"));
      document.addEventListener("consentry:problem", (event) => seen.ran.push(event.detail.code));
    </script>${html}${head}${TAG.replace("async", `async nonce="${nonce}"`)}</head>
    <body>${await renderBanner(config, { language: lang })}<h1>Shop</h1>${body}${GATED.replace(">", ` nonce="${nonce}">`)}</body></html>`;
}

/** What of the banner can be seen. */
interface Look {
  view: string | null;
  isSeen: boolean;
  words: string;
  hosts: number;
}
/** What is on show of the banner, whoever shows it. */
export const look = (page: Visit): Promise<Look> =>
  page.evaluate(() => {
    const host = document.querySelector("[data-consentry]");
    const layer = host?.shadowRoot?.querySelector(".banner");
    const box = layer?.getBoundingClientRect();
    return {
      view: host?.getAttribute("data-consentry-view") ?? null,
      isSeen: !!layer?.checkVisibility() && box!.width > 200 && box!.height > 100,
      words: layer?.querySelector("h2")?.textContent ?? "",
      hosts: document.querySelectorAll("[data-consentry]").length,
    };
  });
export const SEEN: Look = {
  view: "banner",
  isSeen: true,
  words: "Your privacy, your choice",
  hosts: 1,
};
export const GONE: Look = { view: "none", isSeen: false, words: "", hosts: 1 };

/** Whether the interface has come, and has taken over the banner that the HTML brought. */
export const isTaken = (page: Visit) => (): Promise<boolean> =>
  page.evaluate(() => !!document.querySelector("[data-consentry-state]"));
