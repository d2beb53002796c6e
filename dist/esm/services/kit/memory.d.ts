/**
 * What services have begun on a page. It lies on the window, under a symbol that no page trips over,
 * because each service may be a file of its own: a variable of a module would not be shared.
 */
export declare function memory(window: object): Map<string, unknown>;
