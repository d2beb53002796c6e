/** The preference centre. Comes with it, not before. */
export declare const preferencesStyles: string;
