function describeNotice({ config, gpc }, seen, words) {
  const { language, messages, name } = words;
  const { layout, controller, policyUrl, categories, services } = config;
  return JSON.stringify({
    version: 1,
    language,
    layout,
    controller,
    policyUrl,
    gpc,
    texts: messages,
    categories: categories.map((id) => ({
      id,
      name: name(id),
      on: seen.categories[id] === true,
      services: services.filter(({ category }) => category == id).map((service) => ({ ...service, on: seen.services[service.id] === true }))
    }))
  });
}

export { describeNotice };
