import type { ShimContext } from "../../../core/config/shim.ts";

/**
 * Usercentrics' objects (`UC_UI.showSecondLayer()`, `__ucCmp` of version 3), its first event and its link.
 *
 * @confidence medium: as sites and tools call it; the vendor's page of version 2 is gone
 * @source https://usercentrics.com/beta-docs/web-cmp-v2-events
 * @source ryanbr/consent-rr v1.58.0 and its tests of UC_UI and __ucCmp
 */
export function usercentricsShim(tool: ShimContext): void {
  const { permits, names } = tool;
  const shared = {
    showFirstLayer: () => tool.show("banner"),
    showSecondLayer: () => tool.show("preferences"),
  };
  const later = (act: () => void) => (): Promise<void> => {
    act();
    return Promise.resolve();
  };
  tool.define("UC_UI", {
    ...shared,
    closeCMP: tool.hide,
    acceptAllConsents: later(tool.acceptAll),
    denyAllConsents: later(tool.rejectAll),
    isInitialized: () => true,
    isConsentRequired: () => !tool.isDecided(),
    areAllConsentsAccepted: () => names.every(permits),
    getServicesBaseInfo: () =>
      names.map((name) => ({ id: name, name, consent: { status: permits(name) } })),
  });
  tool.define("__ucCmp", {
    ...shared,
    acceptAllConsents: later(tool.acceptAll),
    denyAllConsents: later(tool.rejectAll),
    isInitialized: () => Promise.resolve(true),
  });
  tool.onClick('a[href$="#uc-corner-modal-show"]', shared.showSecondLayer);
  tool.onChoice((isStart) => {
    if (isStart) tool.send("UC_UI_INITIALIZED");
  });
}

export default usercentricsShim;
