import type { UiHost } from "../../core/config/parts.ts";
import { checkFairness } from "./checkFairness.ts";
import { checkTexts } from "./checkTexts.ts";
import { inOtherScheme } from "./inOtherScheme.ts";
import type { Texts } from "../shell/createTexts.ts";
import { reportOpener } from "../shell/reportOpener.ts";
import { markMissing } from "../shell/markMissing.ts";

const STILL = 600; // milliseconds: the banner has risen, fonts have come

/**
 * Tells the site's owner as `unfair-theme` what its styles have made of accept and reject, and of every text, in the view
 * on show, on light devices and on dark ones. Once what is on show stands still; a button that is pointed at or focused looks different
 * for that moment, so it waits until neither is.
 *
 * @returns whether texts are missing and were marked, so that the view has to be drawn again.
 */
export function reportTheme(element: Element, host: UiHost, words: Texts): boolean {
  const root = element.shadowRoot!;
  const isBusy = (): boolean =>
    !!root.querySelector('[part="choice"]:is(:hover, :focus, :active)') ||
    element.ownerDocument.hidden ||
    element.ownerDocument.readyState != "complete";
  const look = (): void => {
    if (!element.isConnected) return;
    if (isBusy()) return again();
    reportOpener(host);
    const check = (): string[] => [...checkFairness(element), ...checkTexts(root)];
    const breaches = check();
    // On a device of the other scheme, as far as it is not the same there.
    const inner = root.querySelector<HTMLElement>(".c")!;
    inOtherScheme(inner, (scheme) => {
      const others = check().filter((one) => !breaches.includes(one));
      breaches.push(...others.map((one) => `${scheme}: ${one}`));
    });
    if (breaches.length) host.report("unfair-theme", breaches.slice(0, 6).join(", "));
  };
  const again = (): void => void setTimeout(look, STILL);
  again();
  return markMissing(host, words);
}
