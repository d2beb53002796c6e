/** The value, or undefined where the browser refuses to give it (a setting, a sandbox, a full disk). */
export declare function attempt<Value>(get: () => Value): Value | undefined;
