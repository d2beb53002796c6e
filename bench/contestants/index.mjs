import { c15tCore } from "./c15tCore.mjs";
import { c15tReact } from "./c15tReact.mjs";
import { empty } from "./empty.mjs";
import { floorDuties } from "./floorDuties.mjs";
import { floorFile } from "./floorFile.mjs";
import { floorHead } from "./floorHead.mjs";
import { floorInline } from "./floorInline.mjs";
import { klaro } from "./klaro.mjs";
import { osano } from "./osano.mjs";
import { oursAhead } from "./oursAhead.mjs";
import { oursBanner } from "./oursBanner.mjs";
import { oursBundle } from "./oursBundle.mjs";
import { oursCollector } from "./oursCollector.mjs";
import { oursHead } from "./oursHead.mjs";
import { oursTag } from "./oursTag.mjs";
import { tarteaucitron } from "./tarteaucitron.mjs";
import { ungated } from "./ungated.mjs";
import { vanilla } from "./vanilla.mjs";

/** Who takes part, in the order of the tables. */
export const CONTESTANTS = [
  empty,
  ungated,
  floorInline,
  floorHead,
  floorFile,
  floorDuties,
  oursTag,
  oursAhead,
  oursHead,
  oursBanner,
  oursBundle,
  oursCollector,
  vanilla,
  osano,
  c15tCore,
  tarteaucitron,
  klaro,
  c15tReact,
];
