import type { Browser } from "playwright";
import { leaveLarge } from "./watchSize.ts";
import { within } from "./within.ts";

/** The configuration that a page carries or takes by `data-config`, as it is written; null where there is none. */
export async function readPageConfig(browser: Browser, url: string): Promise<object | null> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, acceptDownloads: false });
  try {
    const page = await context.newPage();
    await leaveLarge(page);
    context.on("dialog", (dialog) => void dialog.dismiss().catch(() => {}));
    const found = await within(
      page
        .goto(url, { waitUntil: "domcontentloaded", timeout: 10_000 })
        .then(() => page.evaluate(readHere)),
      15_000,
      "Reading the configuration",
    );
    const value: unknown = JSON.parse(found);
    return typeof value == "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null; // The page says nothing, or never came: the audit says that.
  } finally {
    await within(context.close(), 5000, "Closing").catch(() => {});
  }
}

/** Runs in the page. */
async function readHere(): Promise<string> {
  const block = document.getElementById("consentry-config")?.textContent;
  if (block) return block;
  const address = document.querySelector("script[data-config]")?.getAttribute("data-config");
  return address ? (await fetch(address)).text() : "null";
}
