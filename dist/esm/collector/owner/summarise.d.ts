import type { Count } from "../store/store.ts";
/** Kinds of decisions as the owner sees them. */
export declare const KINDS: readonly ["accepted", "refused", "withdrawn", "ended"];
export type Kind = (typeof KINDS)[number];
/** Answers to one category. */
export interface Share {
    yes: number;
    no: number;
}
/** One wording of the banner and how it was answered. */
export interface Banner {
    /** Hex hash, or empty for records whose banner text is not known. */
    notice: string;
    firstDay: string;
    lastDay: string;
    decisions: number;
    categories: Map<string, Share>;
}
/** What the owner's page shows. */
export interface Summary {
    /** Every day of the period, oldest first. */
    days: {
        day: string;
        counts: Record<Kind, number>;
    }[];
    total: Record<Kind, number>;
    categories: Map<string, Share>;
    /** Newest first. */
    banners: Banner[];
    sites: string[];
}
/** Adds up the statistics of some days; `site` narrows it down, empty for all. */
export declare function summarise(counts: readonly Count[], days: readonly string[], site: string): Summary;
/** The last `count` days up to and including today, oldest first, as `YYYY-MM-DD` in UTC. */
export declare function lastDays(count: number, now: number): string[];
