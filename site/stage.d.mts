/** Every text of the site: its path in the repository, and the path of its page. */
export function listPages(): Map<string, string>;
