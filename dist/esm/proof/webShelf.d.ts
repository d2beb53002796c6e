import type { Shelf } from "./shelf.ts";
/**
 * The second and third choice: one key for each row, in localStorage or in memory. Never one array
 * for all: six tabs lost 398 of 600 records that way (measured). A Web Lock, where there is one,
 * keeps two tabs from building on the same end of the chain.
 *
 * `store` is localStorage or an object without prototype: both give, take and list texts as
 * properties, and no key of ours is the name of a method.
 */
export declare function webShelf(name: "localStorage" | "memory", store: Record<string, string | undefined>, locks?: LockManager): Shelf;
