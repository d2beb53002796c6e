interface Summary {
  median: number;
}
/** The goals with what was measured of each. */
export function goals(results: {
  contestants: Record<string, { kind: string; measures: Record<string, Summary> }>;
  alone: object;
}): { what: string; goal: string; measured: string; met: boolean }[];
