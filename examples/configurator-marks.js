// What of a configuration starts by itself, and what the site has to mark.
import { facts } from "./configurator-services.js";

/** Purposes whose services stand in the page as frames. */
const FRAMES = ["video", "map", "audio", "social"];

/** The services that start only where the page says so: how each is made, and the option that would start it. */
export function waitingOf({ services }) {
  if (!services || typeof services != "object" || Array.isArray(services)) return [];
  return Object.entries(services).flatMap(([id, options]) => {
    const known = facts.get(id);
    const service = known ? known.make(options) : { name: id, ...options };
    if (service.load || service.ended) return [];
    return [{ id, service, starter: known?.starter }];
  });
}

/** A sentence for each: why it does not start, and what to do. */
export function sentenceOf({ id, service, starter }) {
  const give = starter ? `Give “${starter}” above, or mark` : "Mark";
  return `${service.name} does not start by itself. ${give} what stands in your pages with data-consent="${id}": see “What you mark”.`;
}

/** Markup for each, to be filled with what the vendor gave. */
export function marksOf(config) {
  return waitingOf(config)
    .map(({ id, service }) =>
      FRAMES.includes(service.purpose)
        ? `<!-- ${service.name}: each frame. Its address goes under data-src. -->\n` +
          `<iframe data-consent="${id}" data-src="https://…" title="…"></iframe>\n`
        : `<!-- ${service.name}: its snippet, and each script that it names. -->\n` +
          `<script type="text/plain" data-consent="${id}">\n  /* the vendor's own code */\n</script>\n` +
          `<script type="text/plain" data-consent="${id}" data-src="https://…"></script>\n`,
    )
    .join("\n");
}
