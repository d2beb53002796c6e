export function lint(text: string, ext: ".md" | ".txt"): Promise<string[]>;
export function sentencesOf(source: string): string;
export function commentsOf(source: string): string;
