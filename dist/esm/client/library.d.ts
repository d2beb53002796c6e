/** Two values, because a page that decides nothing needs the first one only. */
export declare const version: string;
/** What the records call the library: whoever has the sources can tell which code asked. */
export declare const library: {
    version: string;
    build: string;
};
