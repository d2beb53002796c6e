import { tidyService } from '../core/tidyService.js';
import { erase } from '../gate/erase.js';

const LOOKS = [0, 400, 1200, 3e3];
async function cleanUp({ lost, services, permits }, env, looks = LOOKS) {
  const tidy = services.map((service) => tidyService(service, () => {
  }));
  const items = tidy.flatMap(({ id, storage }) => lost.includes(id) ? storage : []);
  let left = [];
  for (const wait of items.length ? looks : []) {
    if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
    const keep = tidy.flatMap(
      ({ id, storage }) => permits(id) ? storage : storage.filter((item) => item.keep)
    );
    left = await erase({ erase: items.filter(reachable), keep }, env);
  }
  return [
    ...left,
    ...items.filter((item) => !item.keep && !reachable(item)).map(({ name }) => name)
  ];
}
function reachable(item) {
  return !item.keep && !item.httpOnly && item.party != "third";
}

export { cleanUp };
