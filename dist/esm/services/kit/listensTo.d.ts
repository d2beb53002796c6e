/** Whether the site's options name this signal: it then tells the vendor, and the service does not. */
export declare function listensTo(options: unknown, signal: string): boolean;
