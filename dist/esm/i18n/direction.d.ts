/** The value for a `dir` attribute that belongs to a BCP 47 tag. */
export declare function direction(language: string): "ltr" | "rtl";
