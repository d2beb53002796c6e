import type { Change, Effects } from "./effect.ts";
import type { Engine } from "./engine.ts";

/**
 * All that follows from a change of what is permitted, from top to bottom. Every path runs it: a decision, an import, the
 * browser's own signal, another tab, a choice that ran out, the start. The interface hides what was clicked
 * by itself, before anything of this. (The marks are for the build, which shortens names that begin with `_`.)
 */
export const EFFECTS: readonly (keyof Effects)[] = [
  // At once: a refusal waits for no one.
  /* @__KEY__ */ "_storeChoice",
  /* @__KEY__ */ "_stopRefused",
  /* @__KEY__ */ "_callOptOuts",
  /* @__KEY__ */ "_denySignals",
  // The record is on disk, and the click is painted, before anything acts on a grant.
  /* @__KEY__ */ "_keepRecord",
  /* @__KEY__ */ "_updateSignals",
  /* @__KEY__ */ "_release",
  /* @__KEY__ */ "_startServices",
  // Afterwards.
  /* @__KEY__ */ "_notify",
  /* @__KEY__ */ "_updateUi",
  /* @__KEY__ */ "_eraseLeftovers",
  /* @__KEY__ */ "_confirmChoice",
  /* @__KEY__ */ "_reload",
];

/**
 * Runs them, each in its own guard; without a wait where none of them waits. What decides brings most of them, and
 * stands in for what the engine has for its start; one that no one brought has nothing to do.
 */
export async function runEffects(engine: Engine, change: Change): Promise<void> {
  for (const name of EFFECTS) {
    const decisions = engine._decisions._made() as Partial<Effects> | undefined;
    if (engine._end.signal.aborted) return;
    try {
      const wait = (decisions?.[name] ?? engine[name])?.(change);
      if (wait) change = (await wait) ?? change;
    } catch (error) {
      engine._report("internal", String(error));
    }
  }
}
