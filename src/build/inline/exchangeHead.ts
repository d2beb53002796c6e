import type { HeadForm } from "../../core/choice/headFor.ts";

/** A form of the head's script that stands in for the one that a page was rendered with. */
export interface OtherHead {
  code: string;
  /** Hashes for `script-src` of the one in the page and of this one: `sha256-…`, by every algorithm. */
  hashes: readonly (readonly [asks: string, other: string])[];
}

/** The head's script: the code that stands in every page, and what is enough for who has decided. */
export type Heads = { asks: string } & Record<Exclude<HeadForm, "asks">, OtherHead>;

/** In bytes: a page that has no end of its head by then is left as it is. */
const MOST = 100_000;

/**
 * Puts the shorter script in the place of the longer one, as the page is streamed. A policy that lets the one through by its
 * hash lets the other one through as well. What is not recognised stays as it is: the longer script does the same.
 */
export function exchangeHead(
  answer: Response,
  asks: string,
  { code, hashes }: OtherHead,
): Response {
  const { status, statusText, body } = answer;
  const headers = new Headers(answer.headers);
  if (!body || headers.has("content-encoding")) return answer;
  const admit = (text: string): string =>
    hashes.reduce((all, [one, other]) => all.replaceAll(`${one}'`, `${one}' '${other}'`), text);
  for (const name of ["content-security-policy", "content-security-policy-report-only"]) {
    const policy = headers.get(name);
    if (policy) headers.set(name, admit(policy));
  }
  headers.delete("content-length");
  const encoder = new TextEncoder();
  let held = new Uint8Array();
  let isDone = false;
  const exchanged = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (isDone) return controller.enqueue(chunk);
      held = joined(held, chunk);
      const text = decoded(held);
      const at = text?.indexOf(asks) ?? -1;
      if (text != null && at < 0 && held.length < MOST && !/<\/head|<body/i.test(text)) return;
      isDone = true;
      if (at < 0) return controller.enqueue(held);
      const before = text!.slice(0, at);
      controller.enqueue(encoder.encode(admit(before) + code));
      controller.enqueue(held.subarray(encoder.encode(before + asks).length));
    },
    flush(controller) {
      if (!isDone) controller.enqueue(held);
    },
  });
  return new Response(body.pipeThrough(exchanged), { status, statusText, headers });
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** As text, of which the last character may be on its way; nothing where it is in another encoding. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, {
      stream: true,
    });
  } catch {
    return undefined;
  }
}
