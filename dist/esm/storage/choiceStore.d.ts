/** Where the visitor's choice is kept between pages. Knows no consent, only texts. Never throws. */
export interface ChoiceStore {
    /** Every value found under our name. */
    read(): string[];
    /** Keeps the text for a number of days. False when only this page will remember it. */
    write(text: string, days: number): boolean;
}
/** What the store needs of the world. */
export interface ChoiceStoreEnv {
    document: Pick<Document, "cookie">;
    location: Pick<Location, "hostname" | "pathname" | "protocol">;
    /** Parent domain that shares the cookie, or empty. */
    domain: string;
    hostOnly: boolean;
}
/**
 * The cookie, or memory where the browser refuses it, which is seen because every write is read
 * back. Not web storage: no server can read it, and a browser that refuses the one refuses the other.
 */
export declare function createChoiceStore(env: ChoiceStoreEnv): ChoiceStore;
