/** What one of the package's many doors gives by default: a service, a signal or a language. */
export declare function loadDoor(folder: "services" | "signals" | "i18n/locales", id: string): Promise<unknown>;
