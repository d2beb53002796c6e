import type { Signal } from "../../core/parts.ts";
/** What the inline head knows of a site: worked out when it was generated. */
export interface HeadData {
    /** Name of the cookie. */
    name: string;
    days: number;
    revision: number;
    /** Each optional category with the fingerprint of what is asked for it. */
    asked: readonly (readonly [category: string, print: string])[];
    /** Each service with its category; with none, where it runs until somebody objects. */
    services: readonly (readonly [id: string, category: string])[];
    signals: readonly Signal[];
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
export declare function leaveMark(window: object, mark: HeadMark): void;
