import { type KeyObject } from "node:crypto";
/**
 * Reads the log's private key (PKCS #8 PEM), or makes it on the first start: readable by its owner
 * only, on disk for good before anything is signed with it. Throws for a key of another kind.
 */
export declare function keyFile(path: string): KeyObject;
/** Makes the names in a directory durable: a file's own fsync does not keep its name. */
export declare function syncDirectory(path: string): void;
