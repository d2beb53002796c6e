/** Ids of the signals that a site asks for, given by id or ready made. What is neither is left out. */
export declare function signalIds(signals: readonly unknown[]): string[];
