/**
 * Marks a style sheet in the source. The build replaces the marked template by its minified text, so
 * nothing of this is shipped; unbuilt (in tests) the text is used as it stands.
 */
export const css: typeof String.raw = String.raw;
