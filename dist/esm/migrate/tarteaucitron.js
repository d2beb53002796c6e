import { dict } from '../lib/dict.js';
import { onlyOne } from './kit/onlyOne.js';
import { readOptions } from './kit/readOptions.js';

function tarteaucitron(options) {
  const { map, text } = readOptions(options);
  const name = text("name", "tarteaucitron");
  return {
    id: "tarteaucitron",
    map,
    read({ cookies }) {
      const stored = onlyOne(cookies(name)) ?? "";
      if (!/^(?:![^!=]+=(?:true|false|wait))+$/.test(stored)) return null;
      const answers = dict();
      for (const part of stored.slice(1).split("!")) {
        const [key, state] = part.split("=");
        if (state != "wait") answers[key] = state == "true" && answers[key] !== false;
      }
      return { answers };
    }
  };
}

export { tarteaucitron as default, tarteaucitron };
