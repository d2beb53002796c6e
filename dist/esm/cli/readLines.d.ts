/** A text as lines, its first line known beforehand. */
export interface Lines {
    first: string;
    lines: AsyncIterable<string>;
}
/** Lines of a file, or of standard input for `-`, with memory for one of them. */
export declare function readLines(path: string, onProgress: (done: number, of: number) => void): Promise<Lines>;
