import { SiteError } from "../SiteError.ts";

/** A text between double quotes in a server's configuration, where no server takes any of it for its own. */
export function quoted(text: string): string {
  if (/["\\$`{}]|[^ -~]/.test(text)) {
    throw new SiteError(
      "config",
      `policy-recipe: This cannot stand in a server's configuration: ${text.slice(0, 80)}`,
    );
  }
  return `"${text}"`;
}

/** The same for a regular expression of ours, which may hold a dollar sign at an end. */
export function pattern(text: string): string {
  return `"${text}"`;
}

/** Says what a recipe is, in the comment sign that every server has. */
export const HEADER = `# Made by consentry policy. Make it anew whenever the configuration changes.
# What a visitor permits is read from the cookie. One that is doubled, or answers other questions, permits nothing;
# where a visitor refused one service of a category, all of that category stays shut.
`;
