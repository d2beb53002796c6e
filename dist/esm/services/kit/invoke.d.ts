/**
 * Calls `root.a.b(...values)` for the path `"a.b"`, if there is such a function: a vendor whose
 * script never came has nothing to be told.
 */
export declare function invoke(root: object, path: string, ...values: unknown[]): unknown;
