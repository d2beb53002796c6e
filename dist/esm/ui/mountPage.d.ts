import type { MountPage } from "../core/parts.ts";
/** Fills in markup that needs words: placeholders, toggles, the declaration, the receipt. Plain DOM. */
export declare const mountPage: MountPage;
