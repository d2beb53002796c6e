import type { MountUi } from "../core/parts.ts";
/**
 * Mounts banner and preference centre in one open shadow root. Shows nothing until `show` is
 * called. All styles are adopted sheets and all texts are text nodes, so that it runs under
 * `default-src 'none'` and with Trusted Types.
 */
export declare const mountUi: MountUi;
