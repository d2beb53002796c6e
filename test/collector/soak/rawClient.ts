import { connect, type Socket } from "node:net";

/** One keep-alive connection that posts bodies and gives the answers; nearly free of cost. */
export interface RawClient {
  post(body: string): Promise<{ status: number; body: string }>;
  close(): void;
}

/** Connects to a collector on this machine. */
export async function rawClient(port: number, path = "/v1/records"): Promise<RawClient> {
  const socket: Socket = connect(port, "127.0.0.1");
  socket.setNoDelay(true);
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve).once("error", reject);
  });
  let waiting: {
    resolve: (it: { status: number; body: string }) => void;
    reject: (error: Error) => void;
  } | null = null;
  let buffer = "";
  socket.setEncoding("latin1");
  socket.on("data", (chunk) => {
    buffer += chunk.toString();
    const end = buffer.indexOf("\r\n\r\n");
    if (end < 0 || !waiting) return;
    const head = buffer.slice(0, end);
    const length = /content-length: (\d+)/i.exec(head);
    const chunked = /transfer-encoding: chunked/i.test(head);
    let body: string;
    if (length) {
      const size = Number(length[1]);
      if (buffer.length < end + 4 + size) return;
      body = buffer.slice(end + 4, end + 4 + size);
      buffer = buffer.slice(end + 4 + size);
    } else if (chunked) {
      if (!buffer.endsWith("0\r\n\r\n")) return;
      body = buffer.slice(end + 4).replace(/^[0-9a-f]+\r\n|\r\n[0-9a-f]+\r\n/gi, "");
      buffer = "";
    } else return;
    const { resolve } = waiting;
    waiting = null;
    resolve({ status: Number(head.slice(9, 12)), body });
  });
  const fail = () => {
    waiting?.reject(new Error("the connection ended"));
    waiting = null;
  };
  socket.on("error", fail).on("close", fail);
  return {
    post: (body) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) {
          reject(new Error("the connection ended"));
          return;
        }
        waiting = { resolve, reject };
        const length = Buffer.byteLength(body);
        socket.write(
          `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://shop.example\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: ${length}\r\n\r\n${body}`,
        );
      }),
    close: () => socket.destroy(),
  };
}
