import Cookies from "js-cookie";
import { storedChoice, type StoredChoice } from "../core/choice/storedChoice.ts";
import { cookieName } from "../core/config/names.ts";
import { expireCookie } from "../lib/expireCookie.ts";
import { readChoice } from "./readChoice.ts";

/** Where the visitor's choice is kept between pages. Knows no consent, only texts. Never throws. */
export interface ChoiceStore {
  /** What is found under our name. */
  read(): StoredChoice;
  /** Keeps the text for a number of days. False when only this page will remember it. */
  write(text: string, days: number): boolean;
}

/** What the store needs of the world. */
export interface ChoiceStoreEnv {
  document: Pick<Document, "cookie">;
  location: Pick<Location, "hostname" | "pathname" | "protocol">;
  /** Parent domain that shares the cookie, or empty. */
  domain: string;
  hostOnly: boolean;
}

/**
 * The cookie, or memory where the browser refuses it, which is seen because every write is read
 * back. Not web storage: no server can read it, and a browser that refuses the one refuses the other.
 */
export function createChoiceStore(env: ChoiceStoreEnv): ChoiceStore {
  const { document } = env;
  const { hostname, pathname, protocol } = env.location;
  const secure = protocol == "https:";
  const name = cookieName(env.hostOnly, secure);
  let memory = storedChoice([]);
  const cookie = (): StoredChoice => readChoice(name, document);

  /** Writes, and gives what is found then. */
  const set = (text: string, days: number): StoredChoice => {
    const domain = env.hostOnly ? "" : env.domain;
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
    const found = cookie();
    if (found._text == text) return found;
    // js-cookie walks inherited properties too, and uses the global document, whose `cookie` markup
    // can replace. What it did not manage is written plainly, through the prototype.
    const line = `${name}=${text}; Path=/; Max-Age=${Math.round(days * 86_400)}; SameSite=Lax`;
    try {
      document.cookie = line + (domain && `; Domain=${domain}`) + (secure ? "; Secure" : "");
    } catch {
      // Denied: reading back tells.
    }
    return cookie();
  };

  return {
    read() {
      const found = cookie();
      return found._count ? found : memory;
    },
    write(text, days) {
      let found = set(text, days);
      // A second cookie of our name would make both worthless: one of an earlier `domain`, or a planted one.
      if (found._count > 1) {
        expireCookie(name, { document, hostname, pathname, secure });
        found = set(text, days);
      }
      const kept = found._text == text;
      memory = storedChoice(kept ? [] : [text]);
      return kept;
    },
  };
}
