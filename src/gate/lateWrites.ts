import { ADDRESSES } from "./addresses.ts";
import { isInert } from "./item.ts";
import { whenCalm } from "./whenCalm.ts";

/** A script begins, for the held one; gives the call for its end. */
export type LateWrites = (fresh: HTMLScriptElement, held: Element) => () => void;

const NAMES = ["write", "writeln", "open"] as const;
/** Elements that have no end tag. */
const VOID = /^<(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b|\/>$/i;

/**
 * `document.write` of a script that runs after the page was parsed replaces the page; of one that is not inline it is
 * ignored. Here it goes where the script stands, as it would have gone while the page was parsed. Scripts and
 * embeds in it are marked as the one that wrote them, and so wait for the same consent.
 *
 * The text goes through the platform's own sink: where Trusted Types are required, a text that is not trusted is dropped.
 *
 * @param caller the released script whose code runs now
 */
export function createLateWrites(
  window: Window & typeof globalThis,
  document: Document,
  caller: () => Element | undefined,
): LateWrites {
  const writers = new WeakMap<Element, { held: Element; text: string }>();
  let running = 0;
  let patched = false;

  const flush = (script: Element): void => {
    const writer = writers.get(script)!;
    const { held, text } = writer;
    writer.text = "";
    if (!text || !held.isConnected) return;
    const parsed = new window.DOMParser().parseFromString(text, "text/html");
    const ids = held.getAttribute("data-consent")!;
    const embeds = Object.values(ADDRESSES).join();
    for (const element of parsed.querySelectorAll<HTMLElement>(`script,${embeds}`)) {
      if (element.hasAttribute("data-consent")) continue;
      element.setAttribute("data-consent", ids);
      if (element.localName == "script") hold(element, held);
    }
    held.before(...parsed.head.childNodes, ...parsed.body.childNodes);
  };

  const write = (script: Element, texts: readonly unknown[]): void => {
    const writer = writers.get(script);
    if (!writer) return;
    writer.text += texts.map(String).join("");
    // What is whole is there at once; what comes in parts is there with the last one.
    if (isWhole(writer.text)) flush(script);
  };

  /** Behind the listeners for events that have passed, which may still write. */
  const restoreSoon = whenCalm(() => {
    if (running) return;
    patched = false;
    for (const name of NAMES) Reflect.deleteProperty(window.document, name);
  });

  const patch = (name: (typeof NAMES)[number]): void => {
    const platform = document[name] as (...given: unknown[]) => unknown;
    const page = window.document as unknown as Record<string, unknown>;
    page[name] = (...given: unknown[]): unknown => {
      const script = caller();
      if (!script) return platform(...given);
      if (name == "open") return window.document;
      write(script, name == "write" ? given : [...given, "\n"]);
      return undefined;
    };
  };

  return (fresh, held) => {
    writers.set(fresh, { held, text: "" });
    running++;
    if (!patched) {
      patched = true;
      for (const name of NAMES) {
        try {
          patch(name);
        } catch {
          // Markup bears the name: no one can write, and the script still runs.
        }
      }
    }
    return () => {
      try {
        flush(fresh);
      } finally {
        running--;
        restoreSoon();
      }
    };
  };
}

/** What a script writes of scripts is held like itself. */
function hold(script: HTMLElement, held: Element): void {
  if (isInert(script)) return;
  const type = script.getAttribute("type");
  if (type) script.setAttribute("data-type", type);
  script.setAttribute("type", "text/plain");
  script.nonce = (held as HTMLElement).nonce;
}

/** Whether each element has its end, as far as can be said without a parser. */
function isWhole(text: string): boolean {
  const code = /(<(script|style)\b[^>]*>)[^]*?(<\/\2\s*>)/gi;
  const tags = text.replace(code, "$1$3").match(/<\/?[a-z][^>]*>?/gi) ?? [];
  if (tags.some((tag) => !tag.endsWith(">"))) return false;
  const open = tags.filter((tag) => tag[1] != "/" && !VOID.test(tag));
  const close = tags.filter((tag) => tag[1] == "/");
  return open.length == close.length;
}
