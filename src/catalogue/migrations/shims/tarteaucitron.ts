import type { ShimContext } from "../../../core/config/shim.ts";

/**
 * tarteaucitron's panel, links and state (`tarteaucitron.userInterface.openPanel()`, `#tarteaucitron`).
 *
 * @confidence medium: as its own code has it; the page of its events could not be read
 * @source AmauriC/tarteaucitron.js tarteaucitron.js
 */
export function tarteaucitronShim(tool: ShimContext): void {
  const settings = (): void => tool.show("preferences");
  const ignored = (): void => {};
  tool.onClick('a[href$="#tarteaucitron"],.tarteaucitronOpenPanel', settings);
  tool.define("tarteaucitron", {
    userInterface: {
      openPanel: settings,
      closePanel: tool.hide,
      openAlert: () => tool.show("banner"),
      closeAlert: tool.hide,
      respondAll: (status: unknown) => (status === true ? tool.acceptAll() : tool.rejectAll()),
    },
    get state() {
      return Object.fromEntries(tool.names.map((name) => [name, tool.permits(name)]));
    },
    // What a page lists or starts by it is marked here, or not there.
    job: { push: ignored },
    services: {},
    user: {},
    init: ignored,
  });
}

export default tarteaucitronShim;
