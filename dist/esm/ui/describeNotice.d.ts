import type { UiHost } from "../core/parts.ts";
import type { State } from "../core/state.ts";
/**
 * Exactly what a visitor was shown, as one canonical JSON text: every text after the site's
 * overrides, the language, the layout, who asks, and each category and service with what it stores
 * and how its switch stood. The proof log keeps its hash in each record (GDPR Art. 7(1)).
 */
export declare function describeNotice(host: UiHost, seen: State): string;
