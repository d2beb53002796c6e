// Starts the configurator's banner: preview.html?config={…}&colours={…}
const given = new URLSearchParams(location.search);
const colours = JSON.parse(given.get("colours") ?? "{}");
for (const [name, value] of Object.entries(colours)) {
  document.documentElement.style.setProperty(`--consentry-${name}`, value);
}
// Another revision each time, so that it asks again.
Consentry.start({ ...JSON.parse(given.get("config") ?? "{}"), revision: Date.now() % 1_000_000 });
