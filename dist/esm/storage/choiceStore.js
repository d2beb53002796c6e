import Cookies from 'js-cookie';
import { expireCookie } from '../lib/expireCookie.js';
import { readChoice, choiceName } from './readChoice.js';

function createChoiceStore(env) {
  const { document } = env;
  const { hostname, pathname, protocol } = env.location;
  const secure = protocol == "https:";
  const name = choiceName(env.hostOnly, protocol);
  let memory = [];
  const cookies = () => readChoice(name, document);
  const set = (text, days) => {
    const domain = env.hostOnly ? "" : env.domain;
    try {
      Cookies.set(name, text, {
        expires: days,
        path: "/",
        ...domain && { domain },
        secure,
        sameSite: "Lax"
      });
    } catch {
    }
    if (cookies()[0] == text) return;
    const line = `${name}=${text}; Path=/; Max-Age=${Math.round(days * 86400)}; SameSite=Lax`;
    try {
      document.cookie = line + (domain && `; Domain=${domain}`) + (secure ? "; Secure" : "");
    } catch {
    }
  };
  return {
    read() {
      const found = cookies();
      return found.length ? found : memory;
    },
    write(text, days) {
      set(text, days);
      if (cookies().length > 1) {
        expireCookie(name, { document, hostname, pathname, secure });
        set(text, days);
      }
      const kept = cookies().join() == text;
      memory = kept ? [] : [text];
      return kept;
    }
  };
}

export { createChoiceStore };
