export const TERMS: readonly (readonly [pattern: string, replacement: string])[];
