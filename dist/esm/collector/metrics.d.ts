/** Counters and gauges in the text format of Prometheus. Names and numbers only; nothing of a record. */
export interface Metrics {
    /** Adds to a counter. `labels` is what stands between the braces, written in this house. */
    add(name: string, labels: string, by?: number): void;
    /** Notes a duration in seconds. */
    time(name: string, seconds: number): void;
    /** Renders everything; `gauges` are read now. */
    render(gauges: Readonly<Record<string, number>>): string;
}
/** Makes an empty set of metrics. */
export declare function createMetrics(): Metrics;
