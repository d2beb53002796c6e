import type { Store } from "../store/store.ts";
/** How to open a log in PostgreSQL or a database that speaks its language. */
export interface PostgresOptions {
    /** `postgres://user:password@host:port/database`; several hosts may be named, with commas. */
    address: string;
    /** Makes the tables when they are not there. Default true. */
    create?: boolean;
    /** Milliseconds after which an answer is no longer waited for. Default 30,000. */
    patience?: number;
    /** 0 to 1: spreads out repeated transactions. */
    random?: () => number;
}
/**
 * The log in PostgreSQL. Needs the package `pg`. Several collectors may write to one log; the row lock
 * on its head puts them in order.
 */
export declare function postgresStore(options: PostgresOptions): Promise<Store>;
