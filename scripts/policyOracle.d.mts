/** Whether every policy of a header lets a request of a directive through. */
export function lets(header: string, directive: string, url: string): boolean;

/** Whether inline scripts run under every policy of a header. */
export function letsInline(header: string): boolean;
