import { ownService } from "../core/config/ownService.ts";
import type { MakeService } from "../engine/engine.ts";

/**
 * Beside the script tag: fetched as `consentry.own.js` where an entry of the services' map names a category. It may be
 * the site's own then, or one of the catalogue in another category.
 */
const make: MakeService = (options, id) =>
  ownService(id, options) ??
  import(`./services/${id}.js`).then((module: { default: MakeService }) =>
    module.default(options, id),
  );

export default make;
