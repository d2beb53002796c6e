import { parseArgs } from "node:util";
import { CommandError, EXIT } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";

/** Options of one command: name and whether it takes a value, several, or none. */
export type OptionTable = Readonly<Record<string, "one" | "many" | "flag">>;

/** What a person typed. */
export interface Options {
  /** The value of an option, from the command line or else from `CONSENTRY_<NAME>`. */
  one(name: string): string | undefined;
  /** Its values; in the environment separated by spaces or commas. */
  many(name: string): string[];
  flag(name: string): boolean;
  /** A whole number, at least `least`. */
  count(name: string, fallback: number, least?: number): number;
  positionals: string[];
}

/** Reads the arguments of a command. Throws `CommandError` (usage) for what it does not know. */
export function readOptions(
  args: readonly string[],
  table: OptionTable,
  terminal: Terminal,
  positionals = 0,
): Options {
  const usage = (message: string) => new CommandError(EXIT.usage, message);
  let parsed;
  try {
    parsed = parseArgs({
      args: withDashes(args, table),
      allowPositionals: positionals > 0,
      options: Object.fromEntries(
        Object.entries(table).map(([name, kind]) => [
          name,
          { type: kind == "flag" ? "boolean" : "string", multiple: kind == "many" } as const,
        ]),
      ),
    });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : "unknown option");
  }
  if (parsed.positionals.length > positionals) throw usage("too many arguments");
  const values: Readonly<Record<string, unknown>> = parsed.values;
  const inherited = (name: string) =>
    terminal.env[`CONSENTRY_${name.toUpperCase().replaceAll("-", "_")}`] || undefined;
  const one = (name: string) => {
    const value = values[name];
    return typeof value == "string" ? value : inherited(name);
  };
  return {
    one,
    many(name) {
      const value = values[name];
      if (Array.isArray(value)) return value.map(String);
      return (
        inherited(name)
          ?.split(/[\s,]+/)
          .filter(Boolean) ?? []
      );
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
    positionals: parsed.positionals,
  };
}

/**
 * Ids of visitors and records are 64 signs, a dash among them: `--subject -Zz…` means that id, unless what follows is an
 * option of this command.
 */
function withDashes(args: readonly string[], table: OptionTable): string[] {
  const kindOf = (arg: string) => {
    const name = arg.slice(2);
    return arg.startsWith("--") && Object.hasOwn(table, name) ? table[name] : undefined;
  };
  const joined: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const [arg, next] = [args[i]!, args[i + 1]];
    const takes = kindOf(arg) == "one" || kindOf(arg) == "many";
    if (takes && next?.startsWith("-") && !kindOf(next.split("=")[0]!)) {
      joined.push(`${arg}=${next}`);
      i++;
    } else joined.push(arg);
  }
  return joined;
}
