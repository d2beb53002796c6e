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
    const attributes = {
      expires: days,
      path: "/",
      domain: env.hostOnly ? void 0 : env.domain || void 0,
      secure,
      sameSite: "Lax",
      partitioned: void 0,
      "max-age": void 0
    };
    try {
      const line = Cookies.set(name, text, attributes);
      if (typeof line == "string" && cookies()[0] != text) document.cookie = line;
    } catch {
    }
  };
  return {
    read() {
      const found = cookies();
      return found.length ? found : memory;
    },
    write(text, days) {
      if (cookies().length > 1) expireCookie(name, { document, hostname, pathname, secure });
      set(text, days);
      const kept = cookies().join() == text;
      memory = kept ? [] : [text];
      return kept;
    }
  };
}

export { createChoiceStore };
