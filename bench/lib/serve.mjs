import { createHash, X509Certificate } from "node:crypto";
import { createServer } from "node:https";
import { brotliCompressSync, constants } from "node:zlib";
import { selfSigned } from "../../test/pages/selfSigned.ts";

const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
};

const packed = new Map();
/** Brotli, quality 11, of a text; kept, because it is slow. */
export function pack(text) {
  if (!packed.has(text)) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
    };
    packed.set(text, brotliCompressSync(text, { params }));
  }
  return packed.get(text);
}

const listen = (server) =>
  new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server.address().port)));

/**
 * Two origins on this machine: the site, whose files are compressed and may be kept, and the vendors',
 * whose log is the judge of every gate.
 *
 * @param answer text of a path of the site, or undefined
 */
export async function serve(answer) {
  const asked = { site: [], vendor: [] };
  const identity = selfSigned(["shop.test", "vendor.test"]);
  const key = new X509Certificate(identity.cert).publicKey.export({ type: "spki", format: "der" });
  const site = createServer(identity, (request, response) => {
    const path = new URL(request.url, "http://site").pathname;
    if (request.method == "POST") {
      request.resume().on("end", () => response.writeHead(204).end());
      return;
    }
    const text = answer(path);
    if (text == undefined) {
      asked.site.push({ path, bytes: 0, missing: true });
      response.writeHead(404).end();
      return;
    }
    const type = path.includes(".") ? path.slice(path.lastIndexOf(".") + 1) : "html";
    const body = pack(text);
    asked.site.push({ path, bytes: body.length, html: type == "html" });
    response.writeHead(200, {
      "content-type": TYPES[type] ?? "text/plain",
      "content-encoding": "br",
      "content-length": body.length,
      "cache-control": type == "html" ? "no-store" : "public, max-age=31536000, immutable",
    });
    response.end(body);
  });
  const vendor = createServer(identity, (request, response) => {
    const name = new URL(request.url, "http://vendor").pathname.slice(1).replace(/\.js$/, "");
    asked.vendor.push({ name, at: performance.now() });
    response.writeHead(200, {
      "content-type": TYPES.js,
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
      "timing-allow-origin": "*",
    });
    response.end(`window.benchRan?.(${JSON.stringify(name)})`);
  });
  const ports = [await listen(site), await listen(vendor)];
  return {
    // Names, not `localhost`: a library may well do more where its own developers look.
    site: `https://shop.test:${ports[0]}`,
    vendor: `https://vendor.test:${ports[1]}`,
    /** What Chromium is told to believe: with an error of the certificate it would cache nothing. */
    trust: createHash("sha256").update(key).digest("base64"),
    asked,
    /** Forgets what was asked for. */
    forget() {
      asked.site.length = 0;
      asked.vendor.length = 0;
    },
    close() {
      for (const server of [site, vendor]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
