/** Name of the cookie; the prefix binds it to one host over https (RFC 6265bis 4.1.3.2). */
export declare function choiceName(hostOnly: boolean, protocol: string): string;
/** Every value found under the name; two mean that nobody can tell which one counts. Never throws. */
export declare function readChoice(name: string, document: Pick<Document, "cookie">): string[];
