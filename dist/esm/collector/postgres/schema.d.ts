/**
 * The tables, in what PostgreSQL and its distributed relatives have in common: no sequences, triggers,
 * partitions, advisory locks or foreign keys. Each statement can be run again. Names carry a prefix,
 * because the database may be shared.
 */
export declare const SCHEMA: readonly string[];
