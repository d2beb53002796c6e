type Call = (...items: unknown[]) => void;
/**
 * Puts up a vendor's global function that keeps calls until the vendor's script takes over: each
 * call's real `arguments` object in the array `list` of the function, or straight to `handler` once
 * the script has set one there. What is already on the page stays.
 * @returns The function it made, to which a vendor's other marks belong, or null.
 */
export declare function argumentsQueue(window: Record<string, unknown>, name: string, list?: string, handler?: string): Call | null;
export {};
