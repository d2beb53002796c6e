/** An object without a prototype: `constructor` and `__proto__` are ordinary, absent keys. */
export declare function dict<T>(): Record<string, T>;
