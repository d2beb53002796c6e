import Cookies from "js-cookie";
import { storedChoice, type StoredChoice } from "../core/choice/storedChoice.ts";
import { cookieName } from "../core/config/names.ts";
import { expireCookie } from "../lib/expireCookie.ts";

/** Where the visitor's choice is kept between pages. Knows no consent, only texts. Never throws. */
export interface ChoiceStore {
  /** What is found under our name. What was written last is confirmed before. */
  read(): StoredChoice;
  /** Writes the text for a number of days, and leaves it to `confirm` to see what became of it. */
  write(text: string, days: number): void;
  /** Reads back what was written last, and repairs it. False when only this page will remember it. */
  confirm(): boolean;
}

/** What the store needs of the world. */
export interface ChoiceStoreEnv {
  document: Pick<Document, "cookie">;
  /** What the browser has under our name now. */
  _find(this: void): StoredChoice;
  location: Pick<Location, "hostname" | "pathname" | "protocol">;
  /** Parent domain that shares the cookie, or empty. */
  domain: string;
  hostOnly: boolean;
}

/**
 * The cookie, or memory where the browser refuses it, which is seen because every write is read
 * back. Not web storage: no server can read it, and a browser that refuses the one refuses the other.
 *
 * To read asks another process, and a click has no time for that: a first choice is read back by `confirm`, after the
 * paint that answers the click. It is read back at once where something of our name was there before, because two cookies count as
 * none, and where the page has bent what js-cookie relies on.
 */
export function createChoiceStore(env: ChoiceStoreEnv): ChoiceStore {
  const { document } = env;
  const { hostname, pathname, protocol } = env.location;
  const secure = protocol == "https:";
  const name = cookieName(env.hostOnly, secure);
  let memory = storedChoice([]);
  let wasEmpty = false;
  /** What was written last, until it is confirmed. */
  let pending: [text: string, days: number] | undefined;
  let isKept = true;
  const cookie = (): StoredChoice => {
    const found = env._find();
    wasEmpty = found._is == "none";
    return found;
  };
  const domain = env.hostOnly ? "" : env.domain;

  const set = (text: string, days: number): void => {
    try {
      Cookies.set(name, text, {
        expires: days,
        path: "/",
        ...(domain && { domain }),
        secure,
        sameSite: "Lax",
      });
    } catch {
      // Cookies are denied, or a polluted prototype broke the library: reading back tells.
    }
  };

  /**
   * The same without js-cookie, which walks inherited properties too, and uses the global document, whose `cookie`
   * markup can replace.
   */
  const setPlainly = (text: string, days: number): void => {
    const line = `${name}=${text}; Path=/; Max-Age=${Math.round(days * 86_400)}; SameSite=Lax`;
    try {
      document.cookie = line + (domain && `; Domain=${domain}`) + (secure ? "; Secure" : "");
    } catch {
      // Denied: reading back tells.
    }
  };

  /** Whether the page may stand between js-cookie and the browser. */
  const isBent = (): boolean => {
    for (const _inherited in {}) return true;
    return Object.hasOwn(globalThis.document, "cookie");
  };

  /**
   * Sees what became of a write; what js-cookie did not manage is written plainly, through the prototype. Later than in the
   * same task a single other text is another tab's choice, which came after ours and stays.
   */
  const settle = (text: string, days: number, isLate?: boolean): boolean => {
    const look = (): StoredChoice => {
      const found = cookie();
      if (found._text == text || found._is == "ambiguous" || (isLate && found._is == "one"))
        return found;
      setPlainly(text, days);
      return cookie();
    };
    let found = look();
    // A second cookie of our name would make both worthless: one of an earlier `domain`, or a planted one.
    if (found._is == "ambiguous") {
      expireCookie(name, { document, hostname, pathname, secure });
      set(text, days);
      found = look();
    }
    const kept = found._text == text || (!!isLate && found._is == "one");
    memory = storedChoice(kept ? [] : [text]);
    return kept;
  };

  const confirm = (isLate = true): boolean => {
    if (pending) isKept = settle(...pending, isLate);
    pending = undefined;
    return isKept;
  };

  return {
    read() {
      confirm();
      const found = cookie();
      return found._is == "none" ? memory : found;
    },
    write(text, days) {
      // What stands there before a second write may be the first one.
      const isFirst = wasEmpty && !pending;
      set(text, days);
      pending = [text, days];
      if (!isFirst || isBent()) confirm(false);
    },
    confirm: () => confirm(),
  };
}
