/** The optional categories of a site that lists none of its own; `functional` where a service needs it. */
export type UsualCategory = "functional" | "performance" | "marketing";

/** An id, or `!` in front of one that must have been refused. */
export type Token<Id extends string> = Id | `!${Id}`;

/**
 * What may stand where ids are asked for: `"marketing hotjar"`, each of which must be permitted. A text
 * that is written out must name known ids; a `string` (of a `data-consent` attribute) is taken as it is.
 */
export type Ids<Text extends string, Id extends string> = string extends Id
  ? string
  : string extends Text
    ? string
    : [Words<Text>] extends [never]
      ? Token<Id>
      : Words<Text> extends Token<Id>
        ? Text
        : Token<Id>;

/** What is only known when the page runs says nothing: `${attribute} hotjar` names `hotjar`. */
type Words<Text extends string> = string extends Text
  ? never
  : Text extends `${infer First} ${infer Rest}`
    ? Words<First> | Words<Rest>
    : Text extends ""
      ? never
      : Text;
