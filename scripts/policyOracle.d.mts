/** Whether every policy of a header lets a request of a directive through. */
export function lets(header: string, directive: string, url: string): boolean;
