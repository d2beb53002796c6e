/** One message of the PostgreSQL protocol. */
export interface Frame {
  /** Its letter; empty for the first of a client, which has none. */
  type: string;
  body: Buffer;
  /** The bytes as they came. */
  raw: Buffer;
}

/**
 * Cuts a stream into messages (PostgreSQL manual, "Message Formats"): a letter, a length that counts itself,
 * a body. The first message of a client has no letter.
 */
export function frameReader(fromClient: boolean): (data: Buffer) => Frame[] {
  let rest: Buffer = Buffer.alloc(0);
  let untyped = fromClient;
  return (data) => {
    rest = Buffer.concat([rest, data]);
    const frames: Frame[] = [];
    for (;;) {
      const letter = untyped ? 0 : 1;
      if (rest.length < letter + 4) return frames;
      const end = letter + rest.readInt32BE(letter);
      if (rest.length < end) return frames;
      frames.push({
        type: rest.toString("latin1", 0, letter),
        body: rest.subarray(letter + 4, end),
        raw: rest.subarray(0, end),
      });
      rest = rest.subarray(end);
      untyped = false;
    }
  };
}

/** A message as bytes. */
export function frame(type: string, body: Buffer | string): Buffer {
  const bytes = Buffer.from(body);
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(bytes.length + 4, 1);
  return Buffer.concat([head, bytes]);
}

/** The statement of a Query or a Parse; null for any other message. */
export function statementOf({ type, body }: Frame): string | null {
  if (type != "Q" && type != "P") return null;
  const start = type == "P" ? body.indexOf(0) + 1 : 0; // A Parse names its statement first.
  return body.toString("utf8", start, body.indexOf(0, start));
}

/** The same message with another statement, which has no parameters. */
export function withStatement({ type, body }: Frame, sql: string): Buffer {
  if (type == "Q") return frame("Q", `${sql}\0`);
  const name = body.subarray(0, body.indexOf(0) + 1);
  return frame("P", Buffer.concat([name, Buffer.from(`${sql}\0`), Buffer.alloc(2)]));
}

/** ErrorResponse or NoticeResponse. */
export function notice(type: "E" | "N", severity: string, code: string, message: string): Buffer {
  return frame(type, `S${severity}\0V${severity}\0C${code}\0M${message}\0\0`);
}

/** CommandComplete. */
export const complete = (tag: string): Buffer => frame("C", `${tag}\0`);

/** ReadyForQuery outside a transaction. */
export const READY: Buffer = frame("Z", "I");
