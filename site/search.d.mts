export function openSearch(): Promise<(words: string) => string[]>;
export function unanswered(
  base?: string,
): Promise<{ words: string; pages: string[]; found: string[] }[]>;
