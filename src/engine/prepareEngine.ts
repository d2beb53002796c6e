import type { GateConfig } from "../core/config/config.ts";
import { own } from "../lib/own.ts";
import { attempt } from "../lib/attempt.ts";
import { COOKIE } from "../core/config/names.ts";
import { usualSignal } from "../core/config/usualSignal.ts";
import { headMark } from "../head/headData.ts";
import { isId } from "../lib/isId.ts";
import type { Context, Prepared } from "./engine.ts";

/**
 * Calls back with what an engine is made of: at once where the options say it all, else when the file that prepares
 * the rest has come and is done. Never where that does not come: the tags' queues would not know what was refused.
 */
export function prepareEngine(context: Context, config: GateConfig, done: Prepared): void {
  const { _parts: parts, _env: env } = context;
  /** Of each service its signal, or nothing. */
  const wanted: unknown[] = [...config.signals];
  const files = Object.entries(config._catalogue).map(([id, options]) => {
    wanted.push(usualSignal(id));
    return own(options, "category") ? parts._load("own") : parts._load(id, "services/");
  });
  // No one listens to them yet: one that is missing is reported, and is no error of the page.
  void Promise.allSettled(files);
  const { prepare } = parts._bundled;
  if (prepare) prepare._prepare(context, config, files, done);
  else if (
    // Something is still to be fetched, or is not the gate's to start.
    own(context._options, "migrate") ||
    wanted.length ||
    config.services.some(
      (one) => one.signals ?? one.load ?? one.grant ?? one.revoke ?? one.stubs,
    ) ||
    (env.window.navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl ||
    // No one has opened the page yet.
    (env.document as { prerendering?: boolean }).prerendering
  ) {
    // Who has no choice yet will most likely be asked: the banner comes beside them, and not after.
    if (attempt(() => !env.document.cookie.includes(COOKIE))) parts._prefetch?.();
    // Nor do they wait for the services; the inline head has started those that are wanted.
    if (!headMark(env.window))
      void Promise.allSettled(
        wanted.map((id) => (isId(id) && parts._load(id, "signals/")) as Promise<unknown>),
      );
    parts
      ._load("prepare")
      .then(({ _prepare }) => _prepare(context, config, files, done))
      .catch(() => context._report("ui-unavailable", "prepare"));
  } else done(config);
}
