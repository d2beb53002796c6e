import { parseArgs } from 'node:util';
import { C as CommandError, E as EXIT } from './exitCodes.js';

function readOptions(args, table, terminal, positionals = 0) {
  const usage = (message) => new CommandError(EXIT.usage, message);
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: positionals > 0,
      options: Object.fromEntries(
        Object.entries(table).map(([name, kind]) => [
          name,
          { type: kind == "flag" ? "boolean" : "string", multiple: kind == "many" }
        ])
      )
    });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : "unknown option");
  }
  if (parsed.positionals.length > positionals) throw usage("too many arguments");
  const values = parsed.values;
  const inherited = (name) => terminal.env[`CONSENTRY_${name.toUpperCase().replaceAll("-", "_")}`] || void 0;
  const one = (name) => {
    const value = values[name];
    return typeof value == "string" ? value : inherited(name);
  };
  return {
    one,
    many(name) {
      const value = values[name];
      if (Array.isArray(value)) return value.map(String);
      return inherited(name)?.split(/[\s,]+/).filter(Boolean) ?? [];
    },
    flag: (name) => values[name] === true || inherited(name) == "1",
    count(name, fallback, least = 0) {
      const text = one(name);
      if (text == null) return fallback;
      const value = Number(text);
      if (!Number.isSafeInteger(value) || value < least) {
        throw usage(`--${name} takes a whole number, ${least} or more`);
      }
      return value;
    },
    positionals: parsed.positionals
  };
}

export { readOptions as r };
