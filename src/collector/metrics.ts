/** Counters and gauges in the text format of Prometheus. Names and numbers only; nothing of a record. */
export interface Metrics {
  /** Adds to a counter. `labels` is what stands between the braces, written in this house. */
  add(name: string, labels: string, by?: number): void;
  /** Notes a duration in seconds. */
  time(name: string, seconds: number): void;
  /** Renders everything; `gauges` are read now. */
  render(gauges: Readonly<Record<string, number>>): string;
}

const BOUNDS = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]; // seconds

interface Histogram {
  counts: number[];
  sum: number;
}

/** Makes an empty set of metrics. */
export function createMetrics(): Metrics {
  const counters = new Map<string, Map<string, number>>();
  const histograms = new Map<string, Histogram>();
  return {
    add(name, labels, by = 1) {
      const values = counters.get(name) ?? new Map<string, number>();
      counters.set(name, values);
      values.set(labels, (values.get(labels) ?? 0) + by);
    },
    time(name, seconds) {
      const found = histograms.get(name);
      const histogram = found ?? { counts: Array<number>(BOUNDS.length + 1).fill(0), sum: 0 };
      histograms.set(name, histogram);
      const at = BOUNDS.findIndex((bound) => seconds <= bound);
      histogram.counts[at < 0 ? BOUNDS.length : at]! += 1;
      histogram.sum += seconds;
    },
    render(gauges) {
      const lines: string[] = [];
      for (const [name, values] of counters) {
        lines.push(`# TYPE ${name} counter`);
        for (const [labels, value] of values) {
          lines.push(`${name}${labels && `{${labels}}`} ${value}`);
        }
      }
      for (const [name, { counts, sum }] of histograms) {
        lines.push(`# TYPE ${name} histogram`);
        let total = 0;
        counts.forEach((count, i) => {
          total += count;
          lines.push(`${name}_bucket{le="${BOUNDS[i] ?? "+Inf"}"} ${total}`);
        });
        lines.push(`${name}_sum ${sum}`, `${name}_count ${total}`);
      }
      for (const [name, value] of Object.entries(gauges)) {
        // A name may carry labels; its type does not.
        lines.push(`# TYPE ${name.split("{")[0]} gauge`, `${name} ${value}`);
      }
      return `${lines.join("\n")}\n`;
    },
  };
}
