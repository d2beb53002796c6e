import { attempt } from '../lib/attempt.js';
import { cookieTexts } from '../lib/cookieTexts.js';
import { keysOf } from '../lib/keysOf.js';
import { listOf } from '../lib/listOf.js';
import { own } from '../lib/own.js';
import { readChoice, choiceName } from '../storage/readChoice.js';
import { importChoice } from './importChoice.js';
import { translateMarkup } from './translateMarkup.js';

const MOST = 20;
const MARK = "consentry:imported";
function createArrive(loadMigration) {
  return async (session) => {
    const { options, env, gate, config, report } = session;
    const { window, document } = env;
    const given = own(options, "migrate");
    if (given !== Object(given)) report("wrong-type", "migrate");
    const list = listOf(given, MOST);
    const load = async (id) => {
      try {
        return (await loadMigration(id))(own(given, id));
      } catch {
        return report("migration-unavailable", id);
      }
    };
    const made = list ?? await Promise.all(keysOf(given).slice(0, MOST).map(load));
    const migrations = made.filter(isMigration);
    if (list && migrations.length < list.length) report("wrong-type", "migrate");
    const watch = (root) => translateMarkup(root, migrations, (name) => report("unknown-id", name));
    const undo = [watch(document.documentElement)];
    const { observe } = gate;
    gate.observe = (root) => {
      const calls = [watch(root), observe(root)];
      undo.push(calls[0]);
      return () => calls.forEach((call) => call());
    };
    session.end.signal.addEventListener("abort", () => undo.forEach((call) => call()));
    const ours = readChoice(choiceName(config.hostOnly, window.location.protocol), document);
    if (ours.length) mark(window);
    return () => find(session, migrations);
  };
}
function find(session, migrations) {
  const { env, config, report } = session;
  const { window, document } = env;
  const world = {
    cookies: (name) => cookieTexts(attempt(() => document.cookie) ?? "", name),
    local: (key) => attempt(() => window.localStorage.getItem(key)) ?? null
  };
  if (session.seen || world.local(MARK) != null) return void 0;
  for (const migration of migrations) {
    let choices = null;
    try {
      choices = importChoice(migration, world, config, env.now());
    } catch (error) {
      report("internal", `${migration.id}: ${String(error)}`);
    }
    if (choices) return take(session, choices);
  }
  return void 0;
}
function take(session, choices) {
  const intent = {
    kind: "save",
    choices,
    source: "import",
    trusted: false,
    partial: true
  };
  return () => void session.withDecider((made) => {
    if (mark(session.env.window)) made.change(intent);
    made.heedGpc();
  }).then(() => {
    if (session.state.pending.length) void session.withFace((face) => face.show("banner", ""));
  });
}
function mark(window) {
  return !!attempt(() => {
    const { localStorage } = window;
    if (localStorage.getItem(MARK) == null) localStorage.setItem(MARK, "1");
    return true;
  });
}
function isMigration(value) {
  return typeof own(value, "read") == "function" && own(value, "map") === Object(own(value, "map"));
}

export { createArrive };
