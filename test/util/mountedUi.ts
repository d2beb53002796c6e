import { within, type BoundFunctions, type queries } from "@testing-library/preact";
import { afterEach } from "vitest";
import type { UiHandle } from "../../src/core/config/parts.ts";
import { mountUi } from "../../src/ui/shell/mountUi.ts";
import { fakeHost, type FakeHost, type FakeOptions } from "./fakeHost.ts";

/** A mounted UI with queries inside its shadow root. */
export interface MountedUi {
  readonly host: FakeHost;
  readonly ui: UiHandle;
  /** The element in the page. */
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Queries by role and name inside the shadow root. */
  readonly find: BoundFunctions<typeof queries>;
  /** What `data-consentry-view` says. */
  view(): string | null;
  /** The element with a `data-consentry-action`. */
  action(name: string): HTMLElement;
  /** The switch of a category or service. */
  switchOf(id: string): HTMLInputElement;
}

let mounted: UiHandle[] = [];

afterEach(() => {
  for (const ui of mounted) ui.destroy();
  mounted = [];
});

/** Mounts the real UI with a fake host, told of each decision as the client does. */
export function mountedUi(options?: FakeOptions): MountedUi {
  const host = fakeHost(options);
  const ui = mountUi(host);
  mounted.push(ui);
  host.onDecide = () => ui.update();
  const element = document.querySelector<HTMLElement>("[data-consentry]")!;
  const root = element.shadowRoot!;
  const inside = root.querySelector<HTMLElement>(".c")!;
  return {
    host,
    ui,
    element,
    root,
    find: within(inside),
    view: () => element.getAttribute("data-consentry-view"),
    action: (name) => root.querySelector<HTMLElement>(`[data-consentry-action="${name}"]`)!,
    switchOf: (id) => root.querySelector<HTMLInputElement>(`[data-consentry-id="${id}"]`)!,
  };
}

/** Opens the preference centre and waits until it is there. */
export async function openedPreferences(options?: FakeOptions, part?: string): Promise<MountedUi> {
  const all = mountedUi(options);
  all.ui.show("preferences", part);
  await all.find.findByRole("dialog");
  return all;
}
