import { spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { webkitGtk } from "../../scripts/browsers.mjs";
import { once } from "./once.ts";
import type { Cookie, Engine, Key, Tab } from "./tab.ts";

const KEYS: Record<Key, string> = {
  Escape: "\uE00C",
  Tab: "\uE004",
  Enter: "\uE007",
  Space: " ",
};
const PATIENCE = 30_000; // milliseconds

type Call = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** WebKitGTK behind the proxy, by plain W3C WebDriver, or undefined where it is not installed. */
export async function viaWebDriver(proxy: string): Promise<Engine | undefined> {
  const installed = webkitGtk();
  if (!installed) return undefined;
  const port = await freePort();
  const screen = process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"] ? [] : ["xvfb-run", "-a"];
  // The shell waits for its input to close, which also happens when this process is killed.
  const script = '"$@" & read -r _; kill 0';
  const command = [...screen, installed.driver, `--port=${port}`];
  const shell = spawn("sh", ["-c", script, "sh", ...command], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  shell.unref();
  const call = callerOf(`http://127.0.0.1:${port}`);
  for (let i = 0; !(await call("GET", "/status").catch(() => null)); i++) {
    if (i > 200) return undefined; // No screen to draw on.
    await sleep(50);
  }
  // The `proxy` capability would speak TLS to the proxy itself for https pages; the browser's flag does not.
  const flags = ["--automation", `--proxy=${proxy}`, "--ignore-tls-errors"];
  const capabilities = {
    alwaysMatch: {
      acceptInsecureCerts: true,
      "webkitgtk:browserOptions": { binary: installed.binary, args: flags },
    },
  };
  const asked = (arrival?: string): unknown =>
    arrival == "domcontentloaded"
      ? { alwaysMatch: { ...capabilities.alwaysMatch, pageLoadStrategy: "eager" } }
      : capabilities;
  let close = async (): Promise<void> => {};
  return {
    name: "webkit",
    async open({ width = 1280, height = 800, arrival } = {}) {
      await close(); // The driver holds one session at a time: the earlier visitor leaves.
      const made = (await call("POST", "/session", { capabilities: asked(arrival) })) as {
        sessionId: string;
      };
      const session: Call = (method, path, body) =>
        call(method, `/session/${made.sessionId}${path}`, body);
      await session("POST", "/window/rect", { width, height });
      const tab = tabOf(session, await session("GET", "/window"));
      close = once(tab.close);
      return { ...tab, close };
    },
    async close() {
      shell.stdin?.end();
    },
  };
}

function tabOf(session: Call, handle: unknown): Tab {
  /** Speaks to this tab, whichever was spoken to before. */
  const call: Call = async (method, path, body) => {
    await session("POST", "/window", { handle });
    return session(method, path, body);
  };
  const run = (script: string, ...args: unknown[]): Promise<unknown> =>
    call("POST", "/execute/async", {
      script: `const done = arguments[arguments.length - 1]; ${script}`,
      args,
    });
  const evaluate = async <T, A>(
    body: (argument: A) => T | Promise<T>,
    argument?: A,
  ): Promise<T> => {
    const given = argument === undefined ? [] : [argument];
    const answer = (await run(
      `Promise.resolve().then(() => (${String(body)})(...[].slice.call(arguments, 0, -1)))
        .then((value) => done({ value }), (error) => done({ error: String(error && error.stack || error) }));`,
      ...given,
    )) as { value: T; error?: string };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value;
  };
  return {
    goto: async (url) => void (await call("POST", "/url", { url })),
    reload: async () => void (await call("POST", "/refresh", {})),
    back: async () => void (await call("POST", "/back", {})),
    evaluate,
    async click(selector) {
      const end = Date.now() + PATIENCE;
      for (;;) {
        const found = (await run(`(${String(findDeep)})(arguments[0], done)`, selector)) as
          object | null;
        try {
          if (!found) throw new Error(`not found: ${selector}`);
          return void (await call("POST", `/element/${Object.values(found)[0]}/click`, {}));
        } catch (error) {
          if (Date.now() > end) throw error; // Not there yet, or moving.
        }
        await sleep(50);
      }
    },
    press: async (key) =>
      void (await call("POST", "/actions", {
        actions: [
          {
            type: "key",
            id: "keys",
            actions: ["keyDown", "keyUp"].map((type) => ({ type, value: KEYS[key] })),
          },
        ],
      })),
    async cookies() {
      const cookies = (await call("GET", "/cookie")) as (Cookie & { expiry?: number })[];
      return cookies.map(({ expiry = -1, ...cookie }) => ({ ...cookie, expires: expiry }));
    },
    async second() {
      const made = await call("POST", "/window/new", { type: "tab" });
      return tabOf(session, (made as { handle: string }).handle);
    },
    leave: async () => void (await call("DELETE", "/window")),
    close: async () => void (await session("DELETE", "")),
  };
}

/** Runs in the page: the first visible element that fits, in open shadow roots as well. */
function findDeep(selector: string, done: (element: Element | null) => void): void {
  const search = (root: ParentNode): Element | null => {
    for (const element of root.querySelectorAll(selector)) {
      if (!element.getClientRects().length) continue;
      element.scrollIntoView({ block: "center" }); // Clear of what is fixed to an edge.
      return element;
    }
    for (const element of root.querySelectorAll("*")) {
      const found = element.shadowRoot && search(element.shadowRoot);
      if (found) return found;
    }
    return null;
  };
  done(search(document));
}

function callerOf(base: string): Call {
  return async (method, path, body) => {
    const response = await fetch(base + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: { error: string; message: string } };
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
