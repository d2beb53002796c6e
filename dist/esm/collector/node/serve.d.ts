import type { Collector } from "../createCollector.ts";
/** How to listen. */
export interface ServeOptions {
    port: number;
    /** Default: this machine alone, because a proxy with TLS belongs in front. */
    hostname?: string;
    /**
     * How many proxies stand in front and add the client's address to `X-Forwarded-For`. Default 0:
     * the header is not believed, because anybody can send one.
     */
    proxies?: number;
    /** Milliseconds that headers and a whole request may take. Default 5,000 and 15,000. */
    headersTimeout?: number;
    requestTimeout?: number;
}
/** A collector that listens. */
export interface Serving {
    port: number;
    /** Stops taking requests, lets those in work end, then resolves. */
    close(): Promise<void>;
}
/** Serves a collector on Node.js, with time limits for everything a slow client can draw out. */
export declare function serve(collector: Collector, options: ServeOptions): Promise<Serving>;
