import { SITE, type TestNetwork } from "../pages/server.ts";

/** A collector of the tests that can be down. */
export interface Archive {
  /** `down` cuts the connection, `busy` answers 503, `hotel` answers 200 with a page of HTML. */
  is: "up" | "down" | "busy" | "hotel";
  tries: number;
  /** Texts of the records stored, in order. */
  readonly stored: string[];
}

/** Where it is. */
export const COLLECTOR: string = `${SITE}/consent/records`;

/** Puts a collector on the site's host. */
export function archiveOn(network: TestNetwork): Archive {
  const it: Archive = { is: "up", tries: 0, stored: [] };
  network.route(COLLECTOR, ({ body }) => {
    it.tries++;
    if (it.is == "down") return { broken: true };
    if (it.is == "busy") return { status: 503, headers: { "retry-after": "1" } };
    if (it.is == "hotel") return "<h1>Welcome to the hotel</h1>";
    const results = body.split("\n").map((line, index) => {
      const { text } = JSON.parse(line) as { text: string };
      const { id } = JSON.parse(text) as { id: string };
      const status = it.stored.includes(text) ? "duplicate" : "stored";
      if (status == "stored") it.stored.push(text);
      return { line: index, id, status };
    });
    return { body: JSON.stringify({ results }), headers: { "content-type": "application/json" } };
  });
  return it;
}
