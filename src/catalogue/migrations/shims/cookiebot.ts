import type { ShimContext } from "../../../core/config/shim.ts";

const CATEGORIES = ["preferences", "statistics", "marketing"] as const;

/**
 * Cookiebot's object, events and callbacks (`Cookiebot.renew()`, `CookiebotOnAccept`).
 *
 * @confidence high
 * @source https://www.cookiebot.com/en/developer/
 */
export function cookiebotShim(tool: ShimContext): void {
  const { permits, isDecided } = tool;
  const some = (): boolean => CATEGORIES.some(permits);
  const fire = (name: string): void => {
    tool.call(`CookiebotCallback_${name}`);
    tool.send(`Cookiebot${name}`);
  };
  const cookiebot = {
    consent: {
      necessary: true,
      get preferences() {
        return permits("preferences");
      },
      get statistics() {
        return permits("statistics");
      },
      get marketing() {
        return permits("marketing");
      },
      get method() {
        return isDecided() ? "explicit" : null;
      },
    },
    get consented() {
      return isDecided() && some();
    },
    get declined() {
      return isDecided() && !some();
    },
    get hasResponse() {
      return isDecided();
    },
    show: () => tool.show("banner"),
    hide: tool.hide,
    renew: () => tool.show("preferences"),
    withdraw: tool.rejectAll,
    submitCustomConsent: (preferences: boolean, statistics: boolean, marketing: boolean) =>
      tool.save({ preferences, statistics, marketing }),
    runScripts() {}, // Ours run by themselves.
  };
  tool.define("Cookiebot", cookiebot);
  tool.define("CookieConsent", cookiebot);
  tool.onChoice(() => {
    if (!isDecided()) return;
    fire("OnConsentReady");
    fire("OnLoad");
    fire(some() ? "OnAccept" : "OnDecline");
  });
}

export default cookiebotShim;
