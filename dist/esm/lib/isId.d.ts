/** A usable id: safe inside an attribute, a selector and a cookie list. */
export declare function isId(value: unknown): value is string;
