import Cookies from "js-cookie";
import { expireCookie } from "../lib/expireCookie.ts";
import { choiceName, readChoice } from "./readChoice.ts";

/** Where the visitor's choice is kept between pages. Knows no consent, only texts. Never throws. */
export interface ChoiceStore {
  /** Every value found under our name. */
  read(): string[];
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
  const name = choiceName(env.hostOnly, protocol);
  let memory: string[] = [];
  const cookies = (): string[] => readChoice(name, document);

  const set = (text: string, days: number): void => {
    // Every attribute js-cookie knows is an own property: it reads them with `for in`, and a page's
    // polluted Object.prototype must not become a cookie attribute.
    const attributes = {
      expires: days,
      path: "/",
      domain: env.hostOnly ? undefined : env.domain || undefined,
      secure,
      sameSite: "Lax",
      partitioned: undefined,
      "max-age": undefined,
    };
    try {
      // js-cookie gives the line that it assigned. It is assigned once more through the prototype:
      // js-cookie uses the global document, whose `cookie` markup can replace.
      const line: unknown = Cookies.set(name, text, attributes as object);
      if (typeof line == "string" && cookies()[0] != text) document.cookie = line;
    } catch {
      // Cookies are denied: reading back tells.
    }
  };

  return {
    read() {
      const found = cookies();
      return found.length ? found : memory;
    },
    write(text, days) {
      // A second cookie of our name (another domain or path) would make both worthless.
      if (cookies().length > 1) expireCookie(name, { document, hostname, pathname, secure });
      set(text, days);
      const kept = cookies().join() == text;
      memory = kept ? [] : [text];
      return kept;
    },
  };
}
