import { cookieName, IMPORTED } from "../core/config/names.ts";
import type { Migration, MigrationWorld } from "../core/config/parts.ts";
import { attempt } from "../lib/attempt.ts";
import { cookieTexts } from "../lib/cookieTexts.ts";
import { keysOf } from "../lib/keysOf.ts";
import { listOf } from "../lib/listOf.ts";
import { own } from "../lib/own.ts";
import { readChoice } from "../storage/readChoice.ts";
import { importChoice } from "./importChoice.ts";
import type { Arrive, Session } from "./session.ts";
import { translateMarkup } from "./translateMarkup.ts";

/** More tools than a site ever had. */
const MOST = 20;

/** Fetches what reads another tool's choice, by its id. */
export type LoadMigration = (id: string) => Promise<(options: never) => unknown>;

/**
 * Makes what takes over from another consent tool. It runs before the gate opens: translates that tool's
 * markup, and gives what imports the visitor's choice, once, when nothing is stored here.
 */
export function createArrive(loadMigration: LoadMigration): Arrive {
  return async (session) => {
    const { options, env, gate, config, report } = session;
    const { window, document } = env;
    const given = own(options, "migrate");
    if (given !== Object(given)) report("wrong-type", "migrate");
    const list = listOf(given, MOST);
    const load = async (id: string): Promise<unknown> => {
      try {
        return (await loadMigration(id))(own(given, id) as never);
      } catch {
        return report("migration-unavailable", id);
      }
    };
    const made = list ?? (await Promise.all(keysOf(given).slice(0, MOST).map(load)));
    const migrations = made.filter(isMigration);
    if (list && migrations.length < list.length) report("wrong-type", "migrate");

    const watch = (root: Node & ParentNode): (() => void) =>
      translateMarkup(root, migrations, (name) => report("unknown-id", name));
    // Before the gate's own observer: it finds what this has marked.
    const undo = [watch(document.documentElement)];
    const { observe } = gate;
    gate.observe = (root) => {
      const calls = [watch(root), observe(root)];
      undo.push(calls[0]!);
      return () => calls.forEach((call) => call());
    };
    session.end.signal.addEventListener("abort", () => undo.forEach((call) => call()));

    // Who has decided here is not taken back to an older choice when this one runs out.
    const ours = readChoice(
      cookieName(config.hostOnly, window.location.protocol == "https:"),
      document,
    );
    if (ours.length) mark(window);
    return () => find(session, migrations);
  };
}

/** What imports the first choice that there is. */
function find(session: Session, migrations: readonly Migration[]): Session["arrive"] {
  const { env, config, report } = session;
  const { window, document } = env;
  const world: MigrationWorld = {
    cookies: (name) => cookieTexts(attempt(() => document.cookie) ?? "", name),
    local: (key) => attempt(() => window.localStorage.getItem(key)) ?? null,
  };
  if (session.seen || world.local(IMPORTED) != null) return undefined;
  for (const migration of migrations) {
    let choices: Record<string, boolean> | null = null;
    try {
      choices = importChoice(migration, world, config, env.now());
    } catch (error) {
      report("internal", `${migration.id}: ${String(error)}`);
    }
    if (choices) return take(session, choices);
  }
  return undefined;
}

function take(session: Session, choices: Record<string, boolean>): () => void {
  const intent = {
    kind: "save",
    choices,
    source: "import",
    trusted: false,
    partial: true,
  } as const;
  return () =>
    void session
      .withDecider((made) => {
        // Where this cannot be kept, the import would be made again and again: better asked.
        if (mark(session.env.window)) made.change(intent);
        made.heedGpc();
      })
      .then(() => {
        if (session.state.pending.length) void session.withFace((face) => face.show("banner", ""));
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
