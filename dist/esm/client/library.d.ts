/** What the records call the library: whoever has the sources can tell which code asked. */
export declare const library: {
    version: string;
    build: string;
};
