import type { GateConfig } from "../core/config/config.ts";
import { createEngine } from "./createEngine.ts";
import type { Context, Engine } from "./engine.ts";
import { prepareEngine } from "./prepareEngine.ts";
import { startEngine } from "./startEngine.ts";

/** From the configuration of a site to an engine that runs. Calls no one back once it has ended. */
export function openEngine(
  context: Context,
  config: GateConfig,
  onOpen: (engine: Engine) => void,
  onStart: () => void,
): void {
  const { signal } = context._end;
  prepareEngine(context, config, (complete, equip) => {
    if (signal.aborted) return;
    const engine = createEngine(complete, context, equip);
    const start = (take?: () => void): void => {
      if (signal.aborted) return;
      onOpen(engine);
      startEngine(engine, take);
      onStart();
    };
    if (engine._open) engine._open(engine, start);
    else start();
  });
}
