import type { Answer, Asked } from "./answer.ts";
import { createLog, type RequestLog } from "./log.ts";
import { createOrigin, type Network } from "./network.ts";
import { answerSite } from "./server.ts";
import { answerVendor, vendorHosts } from "./vendors.ts";

/** The running demo. */
export interface Demo {
  /** Where a browser finds it. */
  url: string;
  /** What reached the vendors' stand-ins. */
  log: RequestLog;
  close(): Promise<void>;
}

/**
 * Serves the examples on one port of this machine and a stand-in for each vendor on a port of its
 * own. The examples carry the vendors' true addresses; on the way out they are replaced by those of
 * the stand-ins, so that nothing ever leaves the machine.
 *
 * @param port wanted; the next free one is taken where it is in use
 */
export async function startDemo(port: number): Promise<Demo> {
  const log = createLog();
  const places = new Map<string, string>();
  const toLocal = (answer: Answer): Answer => localise(answer, places);
  const vendors: Network[] = [];
  for (const host of vendorHosts) {
    const vendor = await createOrigin(
      `https://${host}`,
      async (asked) => toLocal(vendorOf(asked)),
      log,
    );
    vendors.push(vendor);
    places.set(host, `127.0.0.1:${vendor.port}`);
  }
  const site = await firstFree(port, async (asked) => toLocal(await siteOf(asked, log)));
  return {
    url: `http://localhost:${site.port}/examples/`,
    log,
    close: async () => void (await Promise.all([site, ...vendors].map((one) => one.close()))),
  };
}

const vendorOf = (asked: Asked): Answer => answerVendor(asked) ?? { status: 404 };

async function siteOf(asked: Asked, log: RequestLog): Promise<Answer> {
  if (asked.url.pathname == "/") return { status: 302, headers: { location: "/examples/" } };
  return (await answerSite(asked, log)) ?? { status: 404, body: "Not found" };
}

/** Puts the stand-ins' addresses in place of the vendors' in everything that is text. */
function localise(answer: Answer, places: ReadonlyMap<string, string>): Answer {
  const type = String(answer.headers?.["content-type"] ?? "");
  if (!answer.body || !/^(text|application\/(json|javascript))/.test(type)) return answer;
  const text = Buffer.from(answer.body).toString();
  const body = text.replace(
    /(?:https?:)?\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/g,
    (all, host: string) => (places.has(host) ? `http://${places.get(host)}` : all),
  );
  // What the leak monitor watches is named by host alone.
  const watched = body.replace(/"hosts": \[[^\]]*\]/g, (list) =>
    list.replace(/"([^"]+)"(?=[,\s\]])/g, (all, host: string) =>
      places.has(host) ? '"127.0.0.1"' : all,
    ),
  );
  return { ...answer, body: watched };
}

async function firstFree(
  port: number,
  respond: (asked: Asked) => Promise<Answer>,
): Promise<Network> {
  for (let wanted = port; wanted < port + 20; wanted++) {
    try {
      return await createOrigin("http://localhost", respond, null, wanted);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code != "EADDRINUSE") throw error;
    }
  }
  return createOrigin("http://localhost", respond, null);
}
