import type { UiHost } from "../../core/config/parts.ts";
import { isWorkbench } from "../../lib/isWorkbench.ts";
import type { Texts } from "./createTexts.ts";

/** Looks, where the site is made, whether its colours can be read and are fair. Draws again where it corrected them. */
export function checkTheme(
  element: HTMLElement,
  host: UiHost,
  words: Texts,
  onMend: () => void,
): void {
  if (!isWorkbench(host.document.defaultView!.location)) return;
  import("../theme/reportTheme.ts").then(
    ({ reportTheme }) => {
      if (reportTheme(element, host, words)) onMend();
    },
    () => {}, // The check is the owner's; a visitor misses nothing.
  );
}
