/**
 * One cell of a CSV file (RFC 4180). A cell that a spreadsheet would run as a formula gets an
 * apostrophe before it (OWASP, "CSV Injection"): = + - @, tab and carriage return at its start, also
 * behind spaces and in their full-width forms.
 */
export declare function csvCell(value: string): string;
