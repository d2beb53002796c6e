import { createArrive } from "../engine/createArrive.ts";
import type { Arrive } from "../engine/session.ts";

const arrive: Arrive = createArrive((id) =>
  import(`./migrate/${id}.js`).then((module: { default: never }) => module.default),
);

/** Beside the script tag: fetched as `consentry.arrive.js` where a site came from another tool. */
export default arrive;
