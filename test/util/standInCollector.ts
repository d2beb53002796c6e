import type { Answer, Asked } from "../pages/answer.ts";

/** A collector that keeps records in memory and names each, as the real one does. */
export interface StandInCollector {
  /** Record texts by id. */
  readonly stored: ReadonlyMap<string, string>;
  /** While it is down, every request is answered with 503. */
  up: boolean;
  respond(asked: Asked): Answer;
}

/** Makes a collector for the network of the page tests: `network.route(address, it.respond)`. */
export function standInCollector(): StandInCollector {
  const stored = new Map<string, string>();
  const it: StandInCollector = {
    stored,
    up: true,
    respond({ body, headers }) {
      const allow = { "access-control-allow-origin": headers["origin"] ?? "*" };
      if (!it.up) return { status: 503, headers: allow };
      const results = body.split("\n").flatMap((line, index) => {
        const { text } = JSON.parse(line) as { text?: string };
        if (text == null) return [];
        const { id } = JSON.parse(text) as { id: string };
        const status = stored.has(id) ? "duplicate" : "stored";
        stored.set(id, text);
        return [{ line: index, id, status }];
      });
      return {
        headers: { ...allow, "content-type": "application/json" },
        body: JSON.stringify({ results, checkpoint: "", wanted: [] }),
      };
    },
  };
  return it;
}
