import { afterEach } from "vitest";
import type { PageHandle } from "../../src/core/config/parts.ts";
import { mountPage } from "../../src/ui/embeds/mountPage.ts";
import { fakeHost, type FakeHost, type FakeOptions } from "./fakeHost.ts";

let mounted: PageHandle[] = [];

afterEach(() => {
  for (const page of mounted) page.destroy();
  mounted = [];
});

/** Mounts what fills in a page's markup, told of each decision as the client does. */
export function mountedPage(options?: FakeOptions): { host: FakeHost; page: PageHandle } {
  const host = fakeHost(options);
  const page = mountPage(host);
  mounted.push(page);
  host.onDecide = () => page.update();
  return { host, page };
}

/** Puts one element into an otherwise empty page. */
export function inPage<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  text = "",
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  document.body.append(element);
  return element;
}
