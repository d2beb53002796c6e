import { type GateConfig } from "../../core/config.ts";
import type { Signal } from "../../core/parts.ts";
/** What the inline head knows of a site: worked out when it was generated. */
export interface HeadData extends HeadFacts {
    /** Name of the cookie, with the sign that ends it. */
    name: string;
    signals: readonly Signal[];
}
export interface HeadFacts {
    days: number;
    /** Fits the text of a choice that counts in full; finds its date (seconds), what it permits and refuses. */
    text: RegExp;
    /**
     * Each optional category with itself; each service with its category, with `necessary`, or with nothing
     * where it runs until somebody objects.
     */
    ids: readonly (readonly [id: string, parent: string])[];
}
/** What the head leaves for the script that takes over. */
export interface HeadMark {
    /** Started, with their defaults queued. */
    signals: readonly Signal[];
    /** The stored texts whose choice the signals were told, or undefined where they were told none. */
    told: string | undefined;
}
/** What the head left on the window, if it was there. */
export declare function headMark(window: object): HeadMark | undefined;
export declare const KEY: unique symbol;
/** Works out what the head must know of a site; `text` as the source of its expression. */
export declare function headFacts(config: GateConfig): Omit<HeadFacts, "text"> & {
    text: string;
};
