import type { Migration } from "../core/parts.ts";
/**
 * Marks what another tool's markup marks, so that the gate finds it. Only what that markup withholds
 * already: inert scripts, and embeds whose address stands aside. What names something that the mapping
 * does not is left as it is, and so stays shut; of scripts it is told.
 *
 * @param unknown told the names of an inert script that the mapping does not cover
 * @returns the undo
 */
export declare function translateMarkup(root: Node & ParentNode, migrations: readonly Migration[], unknown: (name: string) => void): () => void;
