import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** Node 24 runs the sources as they are. */
export const NODE: string = new URL("../../../node_modules/.bin/node", import.meta.url).pathname;
export const MAIN: string = new URL("../../../src/cli/main.ts", import.meta.url).pathname;

/** What a command printed and answered. */
export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

const launch = (args: readonly string[], cwd: string, env: Record<string, string> = {}) =>
  spawn(NODE, [MAIN, ...args], { cwd, env: { PATH: process.env.PATH ?? "", ...env } });

/** Runs a command to its end. */
export async function cli(
  args: readonly string[],
  cwd: string,
  options: { input?: string; env?: Record<string, string> } = {},
): Promise<Ran> {
  const child = launch(args, cwd, options.env);
  const ran: Ran = { code: null, out: "", err: "" };
  // Decoded as a stream: a character may be cut in two where one chunk ends and the next begins.
  child.stdout.setEncoding("utf8").on("data", (text: string) => (ran.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (ran.err += text));
  child.stdin.on("error", () => {}).end(options.input ?? "");
  await once(child, "close");
  return { ...ran, code: child.exitCode };
}

/** A collector that runs as a process of its own. */
export interface Running {
  url: string;
  vkey: string;
  child: ChildProcess;
  /** Structured log lines so far. */
  lines: Record<string, unknown>[];
  /** Asks it to end (or kills it), and gives its exit code. */
  end(signal?: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

/** Starts `consentry collect` on a free port. */
export const collect = (
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Running> => start(["collect", "--port", "0", ...args], cwd, env);

/** Starts a command that listens, and waits until it does. Rejects with what it said. */
export const start = (
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Running> => listening(launch(args, cwd, env));

/** Waits until a collector or witness that was started listens. Rejects with what it said. */
export async function listening(child: ChildProcessWithoutNullStreams): Promise<Running> {
  const lines: Record<string, unknown>[] = [];
  let err = "";
  child.stderr.on("data", (data: Buffer) => (err += data.toString()));
  let vkey = "";
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (text) => {
      const line = JSON.parse(text) as Record<string, unknown>;
      lines.push(line);
      if (line.event == "key") vkey ||= String(line.vkey);
      if (line.event == "listening") resolve(Number(line.port));
    });
    child.once("close", () => reject(new Error(err)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    vkey,
    child,
    lines,
    async end(signal = "SIGTERM") {
      if (child.exitCode != null || child.signalCode != null) return child.exitCode;
      const closed = once(child, "close");
      child.kill(signal);
      await closed;
      return child.exitCode;
    },
  };
}
