import { canonicalJson } from '../lib/canonicalJson.js';
import { createWords } from './createWords.js';

function describeNotice(host, seen) {
  const { config, gpc } = host;
  const { language, messages, name, about, purpose } = createWords(host);
  return canonicalJson({
    version: 1,
    language,
    layout: config.layout,
    controller: config.controller,
    policyUrl: config.policyUrl,
    gpc,
    texts: messages,
    categories: config.categories.map((id) => ({
      id,
      name: name(id),
      about: about(id),
      on: seen.categories[id] === true,
      services: config.services.filter(({ category }) => category == id).map((service) => ({
        ...service,
        purpose: purpose(service.purpose ?? ""),
        on: seen.services[service.id] === true
      }))
    }))
  });
}

export { describeNotice };
