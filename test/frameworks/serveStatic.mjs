// Serves a folder of built pages as plain hosts do: `node serveStatic.mjs FOLDER`; the port is that of the environment.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".txt": "text/plain",
};
const isFile = (path) => existsSync(path) && statSync(path).isFile();
const folder = process.argv[2];

createServer(({ url }, response) => {
  const path = join(folder, decodeURIComponent(new URL(url, "http://host").pathname));
  const found = [path, `${path}.html`, join(path, "index.html")].find(isFile);
  const file = found ?? join(folder, "404.html");
  if (!isFile(file)) return void response.writeHead(404).end();
  response.writeHead(found ? 200 : 404, { "content-type": TYPES[extname(file)] ?? "" });
  createReadStream(file).pipe(response);
}).listen(Number(process.env.PORT), "127.0.0.1");
