import type { ShimContext } from "../../../core/config/shim.ts";

/**
 * Klaro's object and its manager (`klaro.show()`, `klaro.getManager().getConsent("ga")`).
 *
 * @confidence high
 * @source https://klaro.org/docs/api/js_api
 */
export function klaroShim(tool: ShimContext): void {
  const watchers = new Set<unknown>();
  const settings = (): false => {
    tool.show("preferences");
    return false; // `onclick="return klaro.show()"` follows no link.
  };
  const consents = (): Record<string, boolean> =>
    Object.fromEntries(tool.names.map((name) => [name, tool.permits(name)]));
  const manager = {
    get confirmed() {
      return tool.isDecided();
    },
    get consents() {
      return consents();
    },
    getConsent: tool.permits,
    watch: (watcher: unknown) => void watchers.add(watcher),
    unwatch: (watcher: unknown) => void watchers.delete(watcher),
  };
  tool.define("klaro", { show: settings, getManager: () => manager });
  tool.onChoice(() => {
    for (const watcher of watchers) {
      const update = (watcher as { update?: unknown } | null)?.update;
      tool.run(update, manager, "consents", consents());
    }
  });
}

export default klaroShim;
