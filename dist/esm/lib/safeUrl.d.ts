/**
 * The address if a link may carry it (https, http, mailto, or relative to the page), else empty.
 * `javascript:` and `data:` never pass, however they are spelled: the parser that the browser
 * itself uses decides, not a pattern.
 */
export declare function safeUrl(value: unknown): string;
