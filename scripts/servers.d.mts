export type ServerName = "nginx" | "apache2" | "caddy";
/** Path of an installed server, or undefined. */
export function serverPath(name: ServerName): string | undefined;
