/** Lines of a file that a person chose, with memory for little more than one of them. */
export declare function linesOfFile(file: Blob, onProgress: (done: number, of: number) => void): AsyncGenerator<string>;
