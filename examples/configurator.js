// The catalogue's files lie in dist/services; a test compares this list with the folder.
const IDS = (
  "ab-tasty adobe-analytics amplitude awin calendly cloudflare-web-analytics " +
  "cloudflare contentsquare crisp criteo dailymotion datadog-rum dynatrace econda " +
  "facebook fullstory google-ads google-analytics google-fonts google-maps " +
  "google-optimize google-recaptcha google-tag-manager google-universal-analytics " +
  "hcaptcha hotjar hubspot instagram intelliad intercom kameleoon linkedin-insight " +
  "lunio matomo-tag-manager matomo meta-pixel microsoft-clarity microsoft-uet mixpanel " +
  "mouseflow new-relic onetrust openstreetmap optimizely outbrain paypal peerius " +
  "pinterest-tag piwik-pro plausible posthog reddit-pixel segment sentry short-io " +
  "smartsupp snap-pixel snowplow soundcloud spotify stripe taboola tawk tiktok-pixel " +
  "trustpilot turnstile typeform userlike vimeo vwo walls-io x-embed x-pixel youtube " +
  "zendesk"
).split(" ");

const $ = (id) => document.getElementById(id);
const form = $("form");
const colours = ["accent", "on-accent", "surface", "text"];
const chosen = () => [...form.querySelectorAll("#services input[type=checkbox]:checked")];

/** One row of the list; a service whose loader needs your account's id gets a field for it. */
async function row(id) {
  const { default: make } = await import(`../dist/services/${id}.js`);
  const { name, category } = make();
  const takesId = make({ id: {} }).findings?.some(({ at }) => at == "id");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", value: id });
  const label = document.createElement("label");
  const small = Object.assign(document.createElement("small"), { textContent: ` ${category}` });
  label.append(box, ` ${name}`, small);
  const account = Object.assign(document.createElement("input"), { hidden: true });
  account.dataset.account = id;
  account.placeholder = "Your id there; without it your own markup starts it";
  account.setAttribute("aria-label", `Id at ${name}`);
  box.addEventListener("change", () => (account.hidden = !takesId || !box.checked));
  const made = document.createElement("div");
  made.append(label, account);
  return made;
}

/** The configuration as the form says it. Only what differs from the default. */
function configOf() {
  const { name, policyUrl, layout, language, title } = Object.fromEntries(new FormData(form));
  const services = {};
  for (const { value } of chosen()) {
    const id = form.querySelector(`[data-account="${value}"]`).value.trim();
    services[value] = id ? { id } : {};
  }
  return {
    controller: { name },
    ...(policyUrl && { policyUrl }),
    ...(layout != "box" && { layout }),
    ...(language && { language }),
    ...(title && { texts: { "*": { "banner.title": title } } }),
    ...(Object.keys(services).length && { services }),
  };
}

function coloursOf() {
  if (!form.elements.colours.checked) return {};
  const own = Object.fromEntries(colours.map((name) => [name, form.elements[name].value]));
  const mix = (part) => `color-mix(in srgb, ${own.text} ${part}%, ${own.surface})`;
  // Those that are not asked for follow, or they would be the default's on a dark device.
  return { ...own, muted: mix(85), edge: mix(60), line: mix(15), tint: mix(6) };
}

let waiting;
function update() {
  const config = configOf();
  const own = coloursOf();
  $("colours").hidden = !form.elements.colours.checked;
  $("json").value = JSON.stringify(config, null, 2);
  const lines = Object.entries(own).map(([name, value]) => `  --consentry-${name}: ${value};`);
  const style = lines.length ? ["<style>", ":root {", ...lines, "}", "</style>"] : [];
  const script = '<script src="/consentry.js" data-config="/consent.json"></script>';
  $("snippet").value = [
    ...style,
    script,
    "",
    '<a href="#cookie-settings">Cookie settings</a>',
  ].join("\n");
  clearTimeout(waiting);
  waiting = setTimeout(() => show(config, own), 200);
}

/** Shows it, and what the library's own check says of it. */
function show(config, own) {
  const query = new URLSearchParams({
    // Without ids no loader is made.
    config: JSON.stringify({
      ...config,
      services: Object.fromEntries(Object.keys(config.services ?? {}).map((id) => [id, {}])),
    }),
    colours: JSON.stringify(own),
  });
  $("verdict").textContent = "";
  const preview = $("preview");
  preview.onload = () => {
    preview.contentWindow.Consentry.current.on("problem", ({ message }) => {
      $("verdict").textContent = message;
    });
  };
  preview.contentWindow.location.replace(`preview.html?${query}#consentry-check`);
}

async function copy({ currentTarget }) {
  const field = $(currentTarget.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    $("copied").textContent = "Copied.";
  } catch {
    $("copied").textContent = "Selected: copy it with your keyboard.";
  }
}

form.addEventListener("input", update);
form.addEventListener("submit", (event) => event.preventDefault());
$("find").addEventListener("input", ({ target }) => {
  const words = target.value.toLowerCase();
  for (const one of $("services").children) {
    one.hidden = !one.textContent.toLowerCase().includes(words);
  }
});
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", (event) => void copy(event));
}
update();
$("services").append(...(await Promise.all(IDS.map(row))));
