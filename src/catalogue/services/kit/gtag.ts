import type { ServiceContext } from "../../../core/config/service.ts";
import { loadScript } from "./loadScript.ts";
import { once } from "./once.ts";
import { queue } from "./queue.ts";

type Gtag = (...command: unknown[]) => void;

/**
 * Google's command function for one queue. It pushes the real `arguments` object: gtag.js drops a
 * plain array without a word (github.com/nuxt/scripts/issues/770).
 */
export function gtag({ window }: ServiceContext, layer: string): Gtag {
  const send: Gtag = function () {
    queue(window, layer).push(arguments);
  };
  window.gtag ??= send;
  return send;
}

/** Starts one Google tag; all tags of a page share one gtag.js and one `js` command. */
export function startGtag(
  context: ServiceContext,
  id: string,
  layer: string,
  config: Record<string, unknown>,
): Promise<void> {
  const send = gtag(context, layer);
  if (once(context, `gtag ${layer}`)) send("js", new Date());
  if (once(context, `gtag ${layer} ${id}`)) send("config", id, config);
  const name = layer == "dataLayer" ? "" : `&l=${encodeURIComponent(layer)}`;
  const url = `https://www.googletagmanager.com/gtag/js?id=${encodeURIComponent(id)}${name}`;
  return loadScript(context, url, undefined, `gtag ${layer}`);
}
