import { decide } from '../core/decide.js';
import { resume } from '../core/resume.js';
import { toCookie } from '../core/toCookie.js';
import { dict } from '../lib/dict.js';
import { readSite } from './readSite.js';

function pastChoice({ site, yes = [], no = [], at, subject }) {
  const config = readSite(site);
  const choices = dict();
  if (yes == "all") {
    for (const id of config.categories) choices[id] = true;
    for (const { id } of config.services) choices[id] = true;
  } else for (const id of yes) choices[id] = true;
  for (const id of no) choices[id] = false;
  const now = at?.getTime() ?? Date.now();
  const intent = { kind: "save", choices, source: "import", trusted: false };
  const { state, unknown } = decide(resume([], config, now), intent, config, {
    now,
    newId: subject ?? "consentry-testing"
  });
  if (unknown.length) throw new Error(`The site has no ${unknown.join(", ")}`);
  return {
    name: config.hostOnly ? "__Host-consentry" : "consentry",
    plainName: "consentry",
    text: toCookie(state, config),
    expires: Math.floor((state.expiresAt ?? now) / 1e3),
    domain: config.hostOnly ? "" : config.domain
  };
}

export { pastChoice };
