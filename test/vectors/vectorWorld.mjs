// The servers of the vector test: a site on localhost, and stand-ins for vendors on 127.0.0.1, each on its own port.
import dgram from "node:dgram";
import http from "node:http";
import { WORKERS } from "./vectorPage.mjs";

const TYPES = [
  [/script|import|module|preload|worker|worklet/, "text/javascript"],
  [/css/, "text/css"],
  [/iframe|object|embed|form/, "text/html"],
  [/img|pixel|background|icon|srcset|picture|input|svg|poster/, "image/gif"],
];

/** A stand-in that notes the channels by which it was reached, and how many connections were opened to it. */
export async function startVendor() {
  const reached = new Set();
  let connections = 0;
  const note = (url) => {
    const name = /^\/v\/(\w+)/.exec(url)?.[1];
    if (name) reached.add(name);
  };
  const server = http.createServer((request, response) => {
    note(request.url);
    const type = TYPES.find(([pattern]) => pattern.test(request.url))?.[1] ?? "text/plain";
    response.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" }).end("");
  });
  server.on("upgrade", (request, socket) => {
    note(request.url);
    socket.destroy();
  });
  server.on("connection", (socket) => {
    connections += 1;
    socket.on("error", () => {});
  });
  await listen(server);
  const { port } = server.address();
  const udp = dgram.createSocket("udp4");
  let packets = 0;
  udp.on("message", (data) => {
    packets += 1;
    // STUN says 0x0001 (RFC 8489, 6); QUIC's first byte has its two highest bits set (RFC 9000, 17.2).
    reached.add(data[0] >= 0xc0 ? "webtransport" : "webrtc");
  });
  await new Promise((done) => udp.bind(port, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${port}`,
    reached,
    connections: () => connections,
    /** A number that grows with everything that arrives. */
    seen: () => connections + packets + reached.size,
    reset() {
      reached.clear();
      connections = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await new Promise((done) => udp.close(done));
    },
  };
}

/** The site: `page()` gives the HTML; `middleware` is asked for each answer, if there is one; `files` are more of its own. */
export async function startSite() {
  const site = { page: () => "", middleware: null, files: {} };
  const server = http.createServer((request, response) => {
    const answer = () => {
      const path = new URL(request.url, "http://localhost").pathname;
      const script = site.files[path] ?? WORKERS[path];
      response.setHeader("content-type", script == null ? "text/html" : "text/javascript");
      response.end(script ?? site.page(path));
    };
    if (site.middleware) site.middleware(request, response, answer);
    else answer();
  });
  await listen(server);
  site.origin = `http://localhost:${server.address().port}`;
  site.close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return site;
}

function listen(server) {
  return new Promise((done) => server.listen(0, "127.0.0.1", done));
}

/** Waits until nothing new has arrived for a while: what is stopped can only be seen by its not coming. */
export async function quiet(vendors, { still = 1000, most = 20_000 } = {}) {
  const seen = () => vendors.reduce((sum, vendor) => sum + vendor.seen(), 0);
  const end = Date.now() + most;
  let before = seen();
  let since = Date.now();
  while (Date.now() - since < still && Date.now() < end) {
    await new Promise((done) => setTimeout(done, 50));
    if (seen() != before) {
      before = seen();
      since = Date.now();
    }
  }
}
