/** Tag of the language of ours that fits a BCP 47 tag best, or an error that names all there are. */
export declare function findLanguage(wanted: string): string;
/** All texts of a language of ours. */
export declare function loadMessages(tag: string): Promise<Readonly<Record<string, string>>>;
