import { CONTESTANTS } from "../contestants/index.mjs";
import { pageOf } from "./round.mjs";
import { serve } from "./serve.mjs";

/**
 * The two origins, with the files and pages of each contestant.
 *
 * @param ids which contestants; without, all
 */
export async function openWorld(ids) {
  const contestants = CONTESTANTS.filter(({ id }) => !ids || ids.includes(id));
  const files = new Map();
  for (const contestant of contestants) {
    for (const [name, text] of Object.entries((await contestant.files?.()) ?? {})) {
      files.set(`/${contestant.id}/${name}`, text);
    }
  }
  const pages = new Map();
  const server = await serve((path) => {
    if (files.has(path)) return files.get(path);
    const [, id, count] = /^\/([\w-]+)\/(\d*)$/.exec(path) ?? [];
    const contestant = contestants.find((one) => one.id == id);
    if (!contestant) return extra.get(path);
    if (!pages.has(path)) pages.set(path, pageOf(contestant, server, Number(count)));
    return pages.get(path);
  });
  const extra = new Map();
  return { ...server, contestants, files, extra };
}
