/** One attribute as it is written. Offsets count from the start of the file. */
export interface Attribute {
  name: string;
  /** Decoded: `&amp;` is `&`. */
  value: string;
  /** The whole attribute, with its value and quotes. */
  start: number;
  end: number;
  /** Written by a framework's binding or a template: its value was read out of an expression. */
  bound?: true;
}

/** A start tag that may fetch or run something. */
export interface MarkupElement {
  /** Lower case. */
  name: string;
  attributes: ReadonlyMap<string, Attribute>;
  /** The start tag. */
  start: number;
  end: number;
  /** What stands in a script or style, and where it begins. */
  text: string;
  textStart: number;
  /** Below `data-consent-ignore`: the library does not act here. */
  ignored: boolean;
  /** Below a `<template>`: nothing is fetched until a script puts it in place. */
  inert: boolean;
  /** Below `<noscript>`: only browsers without scripts fetch it. */
  noscript: boolean;
  /** A template language writes further attributes, which no one can read here. */
  dynamic: boolean;
  /** A framework's component of that name, which writes the element itself. */
  component?: true;
}

/** The value of an attribute, or null. */
export function valueOf(element: MarkupElement, name: string): string | null {
  return element.attributes.get(name)?.value ?? null;
}
