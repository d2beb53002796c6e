/** Whether there is an option of that name. */
export declare function isOption(name: string): boolean;
