import type { Options } from "../../core/config/options.ts";
import type { PolicyBase } from "../policyBase.ts";
import { createCover } from "./createCover.ts";
import type { HeaderBag } from "./headerBag.ts";
import type { BaseFor } from "./withPolicy.ts";

/** As much of Node.js's `IncomingMessage` as is used. */
export interface NodeRequest {
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** As much of Node.js's `ServerResponse` as is used. */
export interface NodeResponse {
  getHeader(name: string): number | string | string[] | undefined;
  getHeaderNames(): string[];
  setHeader(name: string, value: string): unknown;
  removeHeader(name: string): void;
  writeHead(...given: never[]): unknown;
  statusCode: number;
}

/**
 * Middleware for Express, Connect, Fastify's `middie` and plain Node.js servers. See `withPolicy`. The
 * headers are set
 * when the answer's own are known: as the first byte is about to be sent.
 *
 * @throws never
 * @example
 * import { nodePolicy } from "consentry/policy";
 *
 * const options = { controller: { name: "Acme BV" } };
 * export const middleware = nodePolicy(options, { policy: "default-src 'self'" });
 */
export function nodePolicy<Asked extends NodeRequest>(
  options: Options,
  base: BaseFor<Asked> = {},
): (request: Asked, response: NodeResponse, next?: () => void) => void {
  const cover = typeof base == "function" ? null : createCover(options, base);
  return (request, response, next) => {
    const covers = cover ?? createCover(options, (base as (request: Asked) => PolicyBase)(request));
    const one = (name: string): string | null => {
      const value = request.headers[name];
      return value == null ? null : String(value);
    };
    const send = response.writeHead.bind(response) as (...given: unknown[]) => unknown;
    // Node.js calls it for every answer, also where a handler only ends one; nothing else knows all headers.
    response.writeHead = (...given: unknown[]): unknown => {
      response.writeHead = send as NodeResponse["writeHead"];
      const status = Number(given[0]);
      const [last] = given.slice(1).filter((value) => typeof value == "object");
      for (const [name, value] of pairsOf(last)) response.setHeader(name, value);
      if (status != 101 && !(status >= 300 && status < 304)) {
        const asked = { cookie: one("cookie"), destination: one("sec-fetch-dest") };
        covers(asked, bagOf(response));
      }
      return send(...given.filter((value) => typeof value != "object"));
    };
    next?.();
  };
}

/** Headers as `writeHead` takes them: an object, or names and values in turn. */
function pairsOf(given: unknown): [string, string][] {
  if (!Array.isArray(given)) return Object.entries(Object(given) as Record<string, string>);
  return given.flatMap((name, index): [string, string][] =>
    index % 2 ? [] : [[String(name), given[index + 1] as string]],
  );
}

/** The headers of an answer that is not sent yet. */
export function bagOf(response: NodeResponse): HeaderBag {
  return {
    get(name) {
      const value = response.getHeader(name);
      return value == null ? null : [value].flat().join(", ");
    },
    set: (name, value) => void response.setHeader(name, value),
    delete: (name) => response.removeHeader(name),
    names: () => response.getHeaderNames(),
  };
}
