/**
 * A vendor's queue: an array until the vendor's script takes over, any object with `push` after.
 */
export interface Queue {
    push(...items: unknown[]): unknown;
}
/**
 * The queue under `name`, made when there is none. What cannot be pushed to is not a queue: an
 * element with that id shows up as a property of the window too (named access, HTML 7.2.2.3).
 */
export declare function queue(window: Record<string, unknown>, name: string): Queue;
