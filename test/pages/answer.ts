import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";

/** A request, freed of how it came in: by proxy under its real name, or on a stand-in's port. */
export interface Asked {
  method: string;
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** What to answer. A string body is UTF-8. */
export interface Answer {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
  /** The body in parts, each sent as it comes. */
  parts?: AsyncIterable<Uint8Array>;
  /** Milliseconds to wait before answering. */
  delay?: number;
  /** Cuts the connection instead of answering. */
  broken?: boolean;
}

const TYPES: Record<string, string> = {
  css: "text/css; charset=utf-8",
  gif: "image/gif",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  map: "application/json; charset=utf-8",
  md: "text/plain; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
};

/** Media type by the end of a name; unknown ends are bytes. */
export function typeOf(path: string): string {
  return TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}

/** Sends an answer after its delay. */
export async function send(response: ServerResponse, answer: Answer): Promise<void> {
  if (answer.delay) await new Promise((done) => setTimeout(done, answer.delay));
  if (answer.broken) {
    response.destroy();
    return;
  }
  // `no-store`, so that each use is a request that the log can see.
  response.writeHead(answer.status ?? 200, { "cache-control": "no-store", ...answer.headers });
  // No faster than it is read; who reads may leave.
  if (answer.parts) await pipeline(answer.parts, response, { end: false }).catch(() => {});
  response.end(answer.body ?? "");
}
