import { SITE, type TestNetwork } from "../pages/server.ts";

/** A collector of the tests that can be down. */
export interface Archive {
  /** `down` cuts the connection, `busy` answers 503, `hotel` answers 200 with a page of HTML. */
  is: "up" | "down" | "busy" | "hotel";
  tries: number;
  /** Texts of the records stored, each once, in order. */
  readonly stored: string[];
}

/** Where it is. */
export const COLLECTOR: string = `${SITE}/consent/records`;

/** Puts a collector at an address: it keeps records in memory and names each, as the real one does. */
export function archiveOn(network: TestNetwork, address: string = COLLECTOR): Archive {
  const it: Archive = { is: "up", tries: 0, stored: [] };
  network.route(address, ({ body, headers }) => {
    const allow = { "access-control-allow-origin": headers["origin"] ?? "*" };
    it.tries++;
    if (it.is == "down") return { broken: true };
    if (it.is == "busy") return { status: 503, headers: { ...allow, "retry-after": "1" } };
    if (it.is == "hotel") return "<h1>Welcome to the hotel</h1>";
    const results = body.split("\n").flatMap((line, index) => {
      const { text } = JSON.parse(line) as { text?: string };
      if (text == null) return []; // What was shown, named by its hash.
      const { id } = JSON.parse(text) as { id: string };
      const status = it.stored.includes(text) ? "duplicate" : "stored";
      if (status == "stored") it.stored.push(text);
      return [{ line: index, id, status }];
    });
    return {
      body: JSON.stringify({ results, checkpoint: "", wanted: [] }),
      headers: { ...allow, "content-type": "application/json" },
    };
  });
  return it;
}
