import type { Loadable } from "../engine/engine.ts";
import { createUiHost } from "../engine/createUiHost.ts";
import { mountUi } from "../ui/shell/mountUi.ts";

/**
 * Beside the script tag: fetched as `consentry.banner.js` when it is needed. Where a visitor is asked, what the
 * UI talks to comes with it.
 */
export const host: Loadable["host"] = (engine) => createUiHost(engine, { banner: mountUi });
export default mountUi;
