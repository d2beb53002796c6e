export type ServerName = "nginx" | "apache2" | "caddy";
/** Path of an installed server or of PHP, or undefined. */
export function serverPath(name: ServerName | "php"): string | undefined;
