import type { UiHost } from "../../core/config/parts.ts";
import { keepClear } from "./keepClear.ts";
import type { CentreLoader } from "./loadCentre.ts";

/** Keeps the page and an open layer out of each other's way: a dialog holds the page, a banner leaves room. */
export interface Hold {
  _open(layer: HTMLElement): void;
  _close(): void;
}

export function createHold(host: UiHost, loader: CentreLoader, onLeave: () => void): Hold {
  let release: (() => void) | undefined;
  return {
    _open(layer) {
      if (layer.localName != "dialog") {
        release = keepClear(host, layer);
        return;
      }
      // Comes with the preference centre, as the words of that do.
      void loader.load().then(
        ({ holdPage }) => {
          if (layer.isConnected)
            release ??= holdPage(host.document, layer as HTMLDialogElement, onLeave);
        },
        () => {},
      );
    },
    _close() {
      release?.();
      release = undefined;
    },
  };
}
