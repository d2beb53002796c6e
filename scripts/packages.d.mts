export function installed(folder: string): string;
