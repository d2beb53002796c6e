import { spawn } from "node:child_process";
import http, { type IncomingMessage } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer, Asked } from "../pages/answer.ts";
import { root } from "../pages/files.ts";
import type { App, Mode } from "./apps.ts";

/** An app's own server. */
export interface Served {
  /** What it answers, part by part. */
  ask(asked: Asked): Promise<Answer>;
  /** Holds back what the page `/slow` waits for; gives what lets it go. */
  holdStock(): () => void;
  /** What the server wrote so far. */
  said(): string;
  stop(): Promise<void>;
}

/** Serves a folder, as plain hosts do. */
export const STATIC: string = join(root, "test/frameworks/serveStatic.mjs");
const STEP_MS = 50;

/** Starts the server of a built app, and waits until it answers. */
export async function serveApp(app: App, cwd: string, mode: Mode = "production"): Promise<Served> {
  const stock = await serveStock();
  const port = await freePort();
  const said: string[] = [];
  const child = spawn(
    process.execPath,
    app.serve.map((part) => part.replace("PORT", String(port))),
    {
      cwd,
      env: {
        ...process.env,
        NODE_ENV: mode,
        NEXT_TELEMETRY_DISABLED: "1",
        HOST: "127.0.0.1",
        PORT: String(port),
        STOCK: stock.address,
        // What a fresh app of Angular's has to be told of its host, as the others take it from the request.
        NG_ALLOWED_HOSTS: `${app.folder}.shop.test`,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  child.stdout.on("data", (part) => said.push(String(part)));
  child.stderr.on("data", (part) => said.push(String(part)));
  const ended = new Promise<void>((done) => child.on("close", () => done()));
  const served: Served = {
    ask: (asked) => ask(port, asked),
    holdStock: stock.hold,
    said: () => said.join(""),
    async stop() {
      child.kill();
      await ended;
      await stock.close();
    },
  };
  const url = new URL(`https://${app.folder}.shop.test/`);
  for (;;) {
    if (child.exitCode != null) throw new Error(`${app.name} does not start:\n${served.said()}`);
    const isUp = await ask(port, { method: "GET", url, headers: {}, body: "" }).then(
      () => true,
      () => false,
    );
    if (isUp) return served;
    await sleep(STEP_MS);
  }
}

function ask(port: number, { method, url, headers, body }: Asked): Promise<Answer> {
  const given = {
    ...headers,
    // Without windows Chromium calls itself a robot, and to those some frameworks send a page only when all of it is there.
    ...(headers["user-agent"] && {
      "user-agent": headers["user-agent"].replace("HeadlessChrome", "Chrome"),
    }),
    host: url.host,
    "accept-encoding": "identity",
    "x-forwarded-host": url.host,
    "x-forwarded-proto": "https",
  };
  return new Promise((done, fail) => {
    const path = url.pathname + url.search;
    const sent = http.request({ host: "127.0.0.1", port, method, path, headers: given }, (answer) =>
      done({
        status: answer.statusCode ?? 500,
        headers: headersOf(answer),
        parts: answer as AsyncIterable<Uint8Array>,
      }),
    );
    sent.on("error", fail).end(body);
  });
}

/** As they came, but for those of the connection. */
function headersOf({ headers }: IncomingMessage): Record<string, string | string[]> {
  const own = /^(?:connection|keep-alive|transfer-encoding|content-length)$/;
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => value != null && !own.test(name)),
  ) as Record<string, string | string[]>;
}

/** Another server, which one page of the app waits for. */
async function serveStock(): Promise<{
  address: string;
  hold: () => () => void;
  close: () => Promise<void>;
}> {
  let held: Promise<void> | undefined;
  const server = http.createServer((_request, response) => {
    void (held ?? Promise.resolve()).then(() => response.end("7"));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    hold() {
      let release = (): void => {};
      held = new Promise((done) => (release = done));
      return () => {
        held = undefined;
        release();
      };
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
