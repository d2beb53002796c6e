import { importIntent } from "../core/choice/importIntent.ts";
import type { Intent } from "../core/choice/state.ts";
import { cookieName, IMPORTED } from "../core/config/names.ts";
import type { Migration, MigrationWorld } from "../core/config/parts.ts";
import { attempt } from "../lib/attempt.ts";
import { cookieTexts } from "../lib/cookieTexts.ts";
import { keysOf } from "../lib/keysOf.ts";
import { listOf } from "../lib/listOf.ts";
import { own } from "../lib/own.ts";
import { readChoice } from "../storage/readChoice.ts";
import type { Engine, Migrate, Migrating } from "./engine.ts";
import { translateMarkup } from "./translateMarkup.ts";

/** More tools than a site ever had. */
const MAX_TOOLS = 20;

/** Fetches what reads another tool's choice, by its id, and its shim, by `shims/` and its id. */
export type LoadMigration = (id: string) => Promise<(options: never) => unknown>;

export function createMigrate(loadMigration: LoadMigration): Migrate {
  return async (context, config) => {
    const { _options: all, _env: env, _end: end, _report: report } = context;
    const { window, document } = env;
    const given = own(all, "migrate");
    if (given !== Object(given)) report("wrong-type", "migrate");
    const list = listOf(given, MAX_TOOLS);
    const load = async (id: string): Promise<unknown> => {
      const options = own(given, id);
      try {
        // An id is the name of a file: nothing else is fetched by it.
        if (/[^\w-]/.test(id)) throw 0;
        const made = (await loadMigration(id))(options as never);
        return own(options, "shim") === true ? { ...Object(made), shim: await loadShim(id) } : made;
      } catch {
        return report("migration-unavailable", id);
      }
    };
    const loadShim = async (id: string): Promise<unknown> => {
      try {
        return await loadMigration(`shims/${id}`);
      } catch {
        return report("migration-unavailable", `shims/${id}`); // The choice is imported all the same.
      }
    };
    const made = list ?? (await Promise.all(keysOf(given).slice(0, MAX_TOOLS).map(load)));
    const migrations = made.filter(isMigration);
    const shims = migrations.filter(({ shim }) => typeof shim == "function");
    const runShim = shims.length ? (await import("./runShim.ts")).runShim : undefined;
    if (list && migrations.length < list.length) report("wrong-type", "migrate");

    const translate: Migrating["_translate"] = (root) => {
      const undo = translateMarkup(root, migrations, (name) => report("unknown-id", name));
      end.signal.addEventListener("abort", undo);
      return undo;
    };
    translate(document.documentElement);

    // Who has decided here is not taken back to an older choice when this one runs out.
    const name = cookieName(config._hostOnly, window.location.protocol == "https:");
    if (readChoice(name, document)._is != "none") mark(window);
    return {
      _translate: translate,
      _find(engine) {
        for (const migration of shims) runShim!(engine, migration, migration.shim!);
        return find(engine, migrations);
      },
    };
  };
}

/** What imports the first choice that there is. */
function find(engine: Engine, migrations: readonly Migration[]): (() => void) | undefined {
  const { _env: env, _config: config, _report: report } = engine;
  const { window, document } = env;
  const world: MigrationWorld = {
    cookies: (name) => cookieTexts(attempt(() => document.cookie) ?? "", name),
    local: (key) => attempt(() => window.localStorage.getItem(key)) ?? null,
  };
  if (engine._store.get()._stored._is != "none" || world.local(IMPORTED) != null) return undefined;
  const grants = !config._hostOnly || own(engine._options, "trustNeighbours") === true;
  for (const migration of migrations) {
    let intent: Intent | null = null;
    try {
      intent = importIntent(migration, world, config, env.now(), grants);
    } catch (error) {
      report("internal", `${migration.id}: ${String(error)}`);
    }
    if (intent) return () => take(engine, intent);
  }
  return undefined;
}

function take(engine: Engine, intent: Intent): void {
  const { _decisions: decisions, _ui: ui, _store: store } = engine;
  void decisions
    ._use((it) => {
      // Where this cannot be kept, the import would be made again and again: better asked.
      if (mark(engine._env.window)) void it._decide(intent);
      void it._heedGpc();
    })
    .then(() => {
      if (store.get()._state.pending.length) void ui._use((it) => it._show("banner"));
    });
}

function mark(window: Window): boolean {
  return !!attempt(() => {
    const { localStorage } = window;
    if (localStorage.getItem(IMPORTED) == null) localStorage.setItem(IMPORTED, "1");
    return true;
  });
}

function isMigration(value: unknown): value is Migration {
  return typeof own(value, "read") == "function" && own(value, "map") === Object(own(value, "map"));
}
