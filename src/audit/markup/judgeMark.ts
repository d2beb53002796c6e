import { type MarkupElement, valueOf } from "./element.ts";
import { fetching, runs } from "./fetching.ts";
import { hostOf } from "./hostOf.ts";
import type { Knowledge, Sighting } from "./judge.ts";
import { plainCode } from "./plainCode.ts";

/** From what a visitor asked for to what follows them elsewhere. */
const STRICTNESS = ["necessary", "functional", "performance", "marketing"];

const ADDRESS = /^(?:data-(?:consent-)?)?(?:src|srcset|href|poster|data)$/;

/** Whether a mark that holds its element back names the right thing. */
export function judgeMark(element: MarkupElement, known: Knowledge): Sighting[] {
  const ids = valueOf(element, "data-consent")?.trim().split(/\s+/).filter(Boolean) ?? [];
  if (!ids.length || (element.name == "script" && runs(element))) return [];
  const base = { start: element.start, end: element.end, service: "", what: ids.join(" ") };
  if (element.ignored) {
    const held = fetching(element).length == 0;
    return held ? [unheard(base)] : [];
  }
  const found: Sighting[] = [];
  for (const id of ids.map((one) => one.replace(/^!/, ""))) {
    if (!known.ids || known.ids.has(id)) continue;
    found.push({
      ...base,
      rule: "unknown-id",
      level: "warning",
      what: id,
      message: `The configuration knows no service or category ${JSON.stringify(id)}, so this never runs.`,
      fix: `Declare ${JSON.stringify(id)} under services, or name what is declared.`,
    });
  }
  const weak = weakest(element, ids, known);
  if (weak) found.push({ ...base, ...weak });
  return found;
}

function unheard(base: Pick<Sighting, "start" | "end" | "service" | "what">): Sighting {
  return {
    ...base,
    rule: "mark-without-effect",
    level: "warning",
    message:
      "This waits for a consent that never reaches it: the library does nothing below data-consent-ignore.",
    fix: "Take it out of the part under data-consent-ignore.",
  };
}

type Weak = Omit<Sighting, "start" | "end" | "what">;

/** A mark asks at least for what the service needs: its own id, its category, or a stricter one. */
function weakest(element: MarkupElement, ids: readonly string[], known: Knowledge): Weak | null {
  const strictness = (category: string): number => STRICTNESS.indexOf(category);
  const asked = Math.max(
    ...ids.map((id) =>
      // What is no category of ours, and no service we know, is the site's own affair.
      strictness(STRICTNESS.includes(id) ? id : known.categoryOf(id) || "marketing"),
    ),
  );
  const services = servicesIn(element, known);
  for (const service of services) {
    const { id, name } = service;
    const needs = known.categoryOf(id);
    if (ids.includes(id) || known.unasked.has(id) || strictness(needs) <= asked) continue;
    if (ids.some((one) => !STRICTNESS.includes(one) && strictness(known.categoryOf(one)) < 0))
      continue;
    const mark = element.attributes.get("data-consent")!;
    const isPlain =
      ids.length + services.length == 2 && !mark.bound && !element.dynamic && !element.component;
    const text = `data-consent="${id}"`;
    return {
      rule: "marked-too-weakly",
      level: ids.includes("necessary") ? "error" : "warning",
      service: id,
      message: `${name} belongs to ${needs}; this mark releases it for ${ids.join(" ")}.`,
      fix: `Write ${text}.`,
      ...(isPlain && { edits: [{ start: mark.start, end: mark.end, text }] }),
    };
  }
  return null;
}

function servicesIn(element: MarkupElement, known: Knowledge): { id: string; name: string }[] {
  const { recogniser } = known;
  const found = [...element.attributes.values()]
    .filter(({ name }) => ADDRESS.test(name))
    .flatMap(({ value }) => {
      const host = hostOf(value);
      const service = host ? recogniser.byAddress(value, host) : null;
      return service ? [service] : [];
    });
  if (element.name != "script" || found.length) return found;
  return recogniser.bySnippet(plainCode(element.text)).map(({ service }) => service);
}
