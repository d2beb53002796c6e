import { afterEach, expect, it } from "vitest";
import { createPanel } from "./createPanel.ts";

const SERVICES = [{ id: "stats", name: "Stats", hosts: ["stats.example"], keys: [] }];
let panel: ReturnType<typeof createPanel> | undefined;
afterEach(() => panel?.remove());

it("lists what leaked, from which line, with the markup that would have held it, as text", () => {
  panel = createPanel(SERVICES, () => false);
  panel.add({
    verdict: "leak",
    service: "stats",
    kind: "script",
    what: "stats.example",
    address: "https://stats.example/<b>t.js",
    from: "https://acme.example/app.js:7",
    stopped: true,
  });
  const root = document.querySelector("[data-consentry-monitor]")!.shadowRoot!;
  expect(root.querySelector("summary")!.textContent).toBe("Consentry: 1 leak on this page");
  expect(root.textContent).toContain(
    "script stats.example: stats, not permitted, stopped by the policy",
  );
  expect(root.textContent).toContain("from https://acme.example/app.js:7");
  expect(root.textContent).toContain(
    '<script type="text/plain" data-consent="stats" data-src="https://stats.example/<b>t.js"></script>',
  );
  expect(root.textContent).toContain("Stats: waits for consent");
  expect(root.querySelector("b, script")).toBeNull();
});

it("gives a pixel to paste with its query, so that what is pasted loads what the page loaded", () => {
  panel = createPanel(SERVICES, () => false);
  const href = 'https://stats.example/p.gif?id=12&copy=1&amp=2&q="x"';
  const seen = { kind: "img", what: "stats.example", address: "https://stats.example/p.gif" };
  panel.add({ ...seen, verdict: "leak", service: "stats", from: "", stopped: false }, href);
  const root = document.querySelector("[data-consentry-monitor]")!.shadowRoot!;
  const [address, markup] = [...root.querySelectorAll("code")].map((code) => code.textContent!);
  expect(address).toBe("https://stats.example/p.gif");
  const pasted = document.createElement("template");
  pasted.innerHTML = markup!;
  const pixel = pasted.content.querySelector("img")!;
  expect(pixel.dataset).toEqual(expect.objectContaining({ consent: "stats", src: href }));
});
