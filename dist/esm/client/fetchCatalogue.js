import { parseService } from '../core/parseService.js';

async function fetchCatalogue(config, files, { report, note }) {
  const ids = Object.keys(config.catalogue);
  const categories = [...config.categories];
  const services = [];
  const made = await Promise.allSettled(files);
  made.forEach((file, index) => {
    const id = ids[index];
    try {
      if (file.status == "rejected") throw file.reason;
      const value = file.value(config.catalogue[id]);
      const at = `services.${id}`;
      const service = parseService(value, at, categories, config.categoriesFixed, note);
      if (service) services.push(service);
    } catch {
      report("service-unavailable", id);
    }
  });
  return { ...config, categories, services };
}

export { fetchCatalogue };
