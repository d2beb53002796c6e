/** A custom template of Google Tag Manager, as its editor exports it. */
export interface Template {
  info: Record<string, unknown>;
  /** Each field with what it holds before anyone types. */
  defaults: Record<string, unknown>;
  code: string;
  permissions: readonly Permission[];
  tests: { setup: string; scenarios: readonly { name: string; code: string }[] };
}

/** One permission that a template asks for, its parameters as plain values. */
export interface Permission {
  id: string;
  params: Record<string, unknown>;
}

/** A value as the format writes it: 1 is a text, 2 a list, 3 a map, 8 a truth value. */
interface Typed {
  type: number;
  string?: string;
  boolean?: boolean;
  listItem?: Typed[];
  mapKey?: Typed[];
  mapValue?: Typed[];
}

/** Reads the sections of a `.tpl` file. What is not of the form is an error. */
export function readTemplate(text: string): Template {
  const parts = text.split(/^___([A-Z_]+)___\n/m);
  if (parts[0]) throw new Error("There is text before the first section.");
  const sections = new Map<string, string>();
  for (let at = 1; at < parts.length; at += 2) sections.set(parts[at]!, parts[at + 1]!.trim());
  const section = (name: string): string => {
    const found = sections.get(name);
    if (found == null) throw new Error(`There is no section ${name}.`);
    return found;
  };
  const json = <Type>(name: string): Type => JSON.parse(section(name)) as Type;
  const fields = json<{ name: string; defaultValue?: unknown }[]>("TEMPLATE_PARAMETERS");
  const asked =
    json<{ instance: { key: { publicId: string }; param: { key: string; value: Typed }[] } }[]>(
      "WEB_PERMISSIONS",
    );
  return {
    info: json("INFO"),
    defaults: Object.fromEntries(fields.map(({ name, defaultValue }) => [name, defaultValue])),
    code: section("SANDBOXED_JS_FOR_WEB_TEMPLATE"),
    permissions: asked.map(({ instance: { key, param } }) => ({
      id: key.publicId,
      params: Object.fromEntries(param.map(({ key: name, value }) => [name, plain(value)])),
    })),
    tests: readTests(section("TESTS")),
  };
}

function plain({ type, string, boolean, listItem, mapKey, mapValue }: Typed): unknown {
  if (type == 1) return string;
  if (type == 8) return boolean;
  if (type == 2) return listItem!.map(plain);
  if (type != 3) throw new Error(`Type ${type} is none of the format.`);
  return Object.fromEntries(mapKey!.map((key, at) => [plain(key), plain(mapValue![at]!)]));
}

/** The block of tests, of which the editor writes two keys and block texts alone (YAML, `|-`). */
function readTests(text: string): Template["tests"] {
  const [head, ...scenarios] = text.split(/^- name: /m);
  const last = scenarios.pop()!.split(/^setup: \|-\n/m);
  if (head != "scenarios:\n" || last.length != 2) throw new Error("These are no tests.");
  return {
    setup: unindent(last[1]!, "  "),
    scenarios: [...scenarios, last[0]!].map((scenario) => {
      const [name, code] = scenario.split("\n  code: |-\n");
      if (/[:#"]/.test(name!)) throw new Error(`A name that YAML would read otherwise: ${name}`);
      return { name: name!, code: unindent(code!, "    ") };
    }),
  };
}

function unindent(text: string, by: string): string {
  const lines = text.trimEnd().split("\n");
  if (lines.some((line) => line && !line.startsWith(by))) throw new Error(`Not a block: ${text}`);
  return lines.map((line) => line.slice(by.length)).join("\n");
}
