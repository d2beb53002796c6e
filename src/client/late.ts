import { createLateEvents } from "../gate/lateEvents.ts";
import { fetchCatalogue } from "./fetchCatalogue.ts";
import type { Late } from "./parts.ts";

/** Needed where scripts come after the page was parsed: a catalogue to fetch, a late script tag. */
export const late: Late = { createLateEvents, fetchCatalogue };
