/**
 * Reads an own property of an unknown value. A page's polluted prototype (`Object.prototype.x`)
 * must not become configuration, and a getter that throws must not stop the page.
 */
export declare function own(value: unknown, key: string): unknown;
