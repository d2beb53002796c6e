import type { ShimContext } from "../../../core/config/shim.ts";

/**
 * OneTrust's links, object, groups and events (`ot-sdk-show-settings`, `OptanonWrapper`, `OneTrustGroupsUpdated`).
 *
 * @confidence high
 * @source https://developer.onetrust.com/onetrust/docs/javascript-api
 * @source https://developer.onetrust.com/onetrust/docs/javascript-events-guide
 * @source https://my.onetrust.com/articles/en_US/Knowledge/UUID-66bcaaf1-c7ca-5f32-6760-c75a1337c226
 */
export function oneTrustShim(tool: ShimContext): void {
  const { window } = tool;
  const listeners: unknown[] = [];
  const groups = (): string[] => tool.names.filter(tool.permits);
  const oneTrust = {
    ToggleInfoDisplay: () => tool.show("preferences"),
    LoadBanner: () => tool.show("banner"),
    Close: tool.hide,
    AllowAll: tool.acceptAll,
    RejectAll: tool.rejectAll,
    IsAlertBoxClosed: tool.isDecided,
    OnConsentChanged: (listener: unknown) => void listeners.push(listener),
  };
  tool.define("OneTrust", oneTrust);
  tool.define("Optanon", oneTrust);
  tool.onClick(
    ".ot-sdk-show-settings,#ot-sdk-btn,.optanon-show-settings,.optanon-toggle-display",
    () => tool.show("preferences"),
  );
  tool.onChoice((isStart) => {
    const active = groups();
    window["OnetrustActiveGroups"] = window["OptanonActiveGroups"] = `,${active.join(",")},`;
    const event = "OneTrustGroupsUpdated";
    const layer = (window["dataLayer"] ??= []) as { push?(entry: object): void };
    layer.push?.({ event, OnetrustActiveGroups: window["OnetrustActiveGroups"] });
    tool.call("OptanonWrapper");
    tool.send(event, active);
    if (isStart) return;
    tool.send("OTConsentApplied");
    const detail = tool.event("consent.onetrust", active);
    for (const listener of listeners) tool.run(listener, detail);
  });
}

export default oneTrustShim;
