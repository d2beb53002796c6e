import { fromBase64 } from "../verify/bytes.ts";

/** What a log asks of a witness. */
export interface AddCheckpoint {
  /** Size of the checkpoint that the witness cosigned last, as the log believes. */
  old: number;
  proof: Uint8Array[];
  /** The signed checkpoint. */
  note: string;
}

const MOST = 63; // proof lines, C2SP tlog-witness

/** Reads the body of `add-checkpoint` (C2SP tlog-witness); null where it has another form. */
export function parseAddCheckpoint(body: string): AddCheckpoint | null {
  const end = body.indexOf("\n\n");
  if (end < 0) return null;
  const [first = "", ...lines] = body.slice(0, end).split("\n");
  const [, digits] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const old = Number(digits);
  const proof = lines.map(fromBase64).filter((hash) => hash?.length == 32) as Uint8Array[];
  if (digits == null || !Number.isSafeInteger(old)) return null;
  if (proof.length != lines.length || lines.length > MOST) return null;
  return { old, proof, note: body.slice(end + 2) };
}
