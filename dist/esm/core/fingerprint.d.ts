import type { GateConfig } from "./config.ts";
/**
 * Fingerprint of what a choice for one category was about: the controller, the category, its
 * services and their legal basis. Colour, language and wording are left out on purpose: they do not
 * ask again (GDPR Art. 4(11) "specific"; a new purpose or recipient does).
 */
export declare function fingerprint(config: GateConfig, category: string): string;
