import { renderBanner, renderHead } from "consentry/server";
import { BASIC } from "./html.ts";

/** A page whose app takes the library lazily, at once or when it is told to; the banner is in its HTML, or not. */
export async function lazyPage({
  isLate = false,
  hasBanner = true,
}: {
  isLate?: boolean;
  hasBanner?: boolean;
} = {}): Promise<string> {
  const head = await renderHead(BASIC, { banner: hasBanner });
  return `<!doctype html><html lang="en"><head><title>Shop</title><link rel="icon" href="data:,">
    <script>window.seen = { errors: [], events: [], ran: [] };
      addEventListener("error", (event) => seen.errors.push(String(event.message)));
      document.addEventListener("consentry:problem", (event) => seen.errors.push(event.detail.code));
    </script>${head.html}
    <script type="module">
      window.begin = async () => {
        const { createConsent } = await import("/dist/consentry.lazy.js");
        window.Consentry = { current: createConsent(${JSON.stringify(BASIC)}) };
        Consentry.current.start();
      };
      if (!${isLate}) begin();
    </script></head><body>${hasBanner ? await renderBanner(BASIC) : ""}<h1>Shop</h1><a href="#top">Top</a>
    <script type="text/plain" data-consent="performance">seen.ran.push("gated")</script></body></html>`;
}
