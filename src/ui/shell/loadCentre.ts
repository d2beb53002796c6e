import { makeSheet } from "../theme/makeSheet.ts";

/** The preference centre's code and styles, which come when someone reaches for the banner. */
export type Centre = typeof import("../preferences/drawPreferences.tsx");

export interface CentreLoader {
  /** Undefined until it has come. */
  readonly centre: Centre | undefined;
  /** Fetches it once, and again where it did not come. */
  load(): Promise<Centre>;
}

export function loadCentre(document: Document, root: ShadowRoot): CentreLoader {
  let centre: Centre | undefined;
  let loading: Promise<Centre> | undefined;
  return {
    get centre() {
      return centre;
    },
    load: () =>
      (loading ??= import("../preferences/drawPreferences.tsx").then(
        (module) => {
          root.adoptedStyleSheets.push(makeSheet(document, module.styles));
          return (centre = module);
        },
        (error: unknown) => {
          loading = undefined; // The next request tries again.
          throw error;
        },
      )),
  };
}
