import type { Options } from "./options.ts";

/** As JSON that was imported has it: any text where a few are known, and no functions. */
type AsJson<Value> = Value extends string
  ? string
  : Value extends (...given: never[]) => unknown
    ? never
    : Value extends readonly (infer Item)[]
      ? readonly AsJson<Item>[]
      : Value extends object
        ? { readonly [Key in keyof Value]: AsJson<Value[Key]> }
        : Value;

/** A site's configuration: what a page takes by `data-config`. A key that is misspelt does not compile; a value may come from JSON. */
export type SiteConfig = Options | AsJson<Options>;
