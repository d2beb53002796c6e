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
