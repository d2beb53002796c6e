export const QUESTIONS: readonly (readonly [words: string, pages: readonly string[]])[];
