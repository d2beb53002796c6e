/** News that stays for a while. Comes with the preference centre, not before. */
export declare const newsStyles: string;
