import { parseService } from '../core/parseService.js';
import { listOf } from '../lib/listOf.js';
import { own } from '../lib/own.js';

async function fetchCatalogue(config, files, { report, note, onMistakes }) {
  const ids = Object.keys(config.catalogue);
  const categories = [...config.categories];
  const services = [];
  const made = [];
  let odd = false;
  const heard = (code, at) => {
    odd = true;
    note?.(code, at);
  };
  const settled = await Promise.allSettled(files);
  settled.forEach((file, index) => {
    const id = ids[index];
    try {
      if (file.status == "rejected") throw file.reason;
      const value = file.value(config.catalogue[id]);
      made.push([id, value]);
      if (listOf(own(value, "findings"), 1)?.length) odd = true;
      const service = parseService(
        value,
        `services.${id}`,
        categories,
        config.categoriesFixed,
        heard
      );
      if (service) services.push(service);
    } catch {
      report("service-unavailable", id);
    }
  });
  if (odd) onMistakes?.(made);
  return { ...config, categories, services };
}

export { fetchCatalogue };
