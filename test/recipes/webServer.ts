import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer, connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serverPath, type ServerName } from "../../scripts/servers.mjs";

/** A real web server with a recipe of ours, on a port of its own. */
export interface WebServer {
  port: number;
  get(path: string, headers?: Record<string, string>): Promise<Sent>;
  stop(): Promise<void>;
}

export interface Sent {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

const FILES: Record<string, string> = {
  "index.html": "<!doctype html><title>x</title>",
  "app.js": "export {};",
  "dot.png": "png",
};

/** Writes what a server reads, starts it, and waits until it answers. `site` stands in for its one site. */
export async function startWebServer(
  name: ServerName,
  recipe: string,
  site?: (dir: string) => string,
): Promise<WebServer> {
  const dir = mkdtempSync(join(tmpdir(), "consentry-"));
  // Workers of a server give up the rights of who started them.
  chmodSync(dir, 0o755);
  mkdirSync(join(dir, "www"));
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(dir, "www", file), text);
  const port = await freePort();
  const config = join(dir, "config");
  writeFileSync(config, CONFIGS[name]({ dir, port, recipe, site: site?.(dir) }));
  const args = {
    nginx: ["-c", config, "-p", dir, "-e", "stderr"],
    apache2: ["-f", config, "-DFOREGROUND"],
    caddy: ["run", "--config", config, "--adapter", "caddyfile"],
  }[name];
  const child = spawn(serverPath(name)!, args, {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, HOME: dir, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir },
  });
  let said = "";
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  const stop = async (): Promise<void> => {
    await end(child);
    rmSync(dir, { recursive: true, force: true });
  };
  if (!(await answers(port, child))) {
    await stop();
    throw new Error(`${name} did not start: ${said}`);
  }
  return { port, get: (path, headers) => fetchFrom(port, path, headers), stop };
}

interface Facts {
  dir: string;
  port: number;
  recipe: string;
  site: string | undefined;
}

const CONFIGS: Record<ServerName, (facts: Facts) => string> = {
  nginx({ dir, port, recipe, site }) {
    const uncommented = recipe.replace(/^# (add_header)/gm, "$1");
    const [maps, lines] = uncommented.split("# --- into each server");
    const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((kind) => `${kind}_temp_path ${dir}/${kind};`)
      .join(" ");
    return `daemon off; ${process.getuid?.() === 0 ? "user root;" : ""} pid ${dir}/pid; worker_processes 1;
events { worker_connections 64; }
http {
  access_log off; ${temp}
  types { text/html html; text/javascript js; image/png png; }
${maps}
${
  site ??
  `server {
  listen 127.0.0.1:${port};
  root ${dir}/www;
# --- into each server${lines}
}`
}
}`.replaceAll("PORT", String(port));
  },
  apache2: ({ dir, port, recipe }) => `ServerRoot ${dir}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${dir}/pid
ErrorLog ${dir}/error.log
${["mpm_event", "authz_core", "headers", "setenvif", "mime", "dir"]
  .map((one) => `LoadModule ${one}_module /usr/lib/apache2/modules/mod_${one}.so`)
  .join("\n")}
User www-data
Group www-data
TypesConfig /dev/null
AddType text/html .html
AddType text/javascript .js
AddType image/png .png
DocumentRoot ${dir}/www
<Directory ${dir}/www>
  Require all granted
</Directory>
${recipe}`,
  caddy: ({ dir, port, recipe }) => `{
  admin off
  auto_https off
}
${recipe}
http://127.0.0.1:${port} {
  import consentry
  root * ${dir}/www
  file_server
  handle_errors {
    import consentry_errors
    header Content-Type text/html
    respond "not found" {http.error.status_code}
  }
}`,
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function answers(port: number, child: ChildProcess): Promise<boolean> {
  const until = Date.now() + 20_000;
  while (Date.now() < until && child.exitCode == null) {
    const open = await new Promise<boolean>((done) => {
      const socket = connect(port, "127.0.0.1");
      socket.on("connect", () => done(true)).on("error", () => done(false));
      socket.on("connect", () => socket.destroy());
    });
    if (open) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode != null || child.signalCode != null) return;
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await gone;
}

/** Headers that come twice are joined, as a browser reads them. */
export function fetchFrom(
  port: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<Sent> {
  return new Promise((done, fail) => {
    const asked = request({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
      let body = "";
      response.on("data", (data: Buffer) => (body += data.toString()));
      response.on("end", () => {
        const { statusCode = 0, headersDistinct } = response;
        const joined = Object.entries(headersDistinct).map(([name, values]) => [
          name,
          (values ?? []).join(", "),
        ]);
        done({
          status: statusCode,
          headers: Object.fromEntries(joined) as Record<string, string>,
          body,
        });
      });
    });
    asked.on("error", fail).end();
  });
}
