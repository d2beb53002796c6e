import { pastChoice } from './pastChoice.js';

async function setConsent(target, choice) {
  const kept = pastChoice(choice);
  if ("cookie" in target) {
    target.cookie = lineOf(kept);
    return announce();
  }
  const context = "context" in target ? target.context() : target;
  const url = choice.url ?? ("context" in target ? target.url() : "");
  if (!/^https?:/.test(url)) throw new Error("Which site? Give `url`, or open a page of it first");
  const { origin, protocol } = new URL(url);
  const secure = protocol == "https:";
  const place = kept.domain ? { domain: `.${kept.domain}`, path: "/" } : { url: `${origin}/` };
  await context.addCookies([
    {
      name: secure ? kept.name : kept.plainName,
      value: kept.text,
      expires: kept.expires,
      secure,
      sameSite: "Lax",
      ...place
    }
  ]);
  for (const page of context.pages()) {
    if (!page.url().startsWith(`${origin}/`)) continue;
    await page.evaluate(announce).catch(() => {
    });
  }
}
function lineOf({ name, plainName, text, expires, domain }) {
  const secure = location.protocol == "https:";
  const until = new Date(expires * 1e3).toUTCString();
  return `${secure ? name : plainName}=${text}; Path=/; Expires=${until}; SameSite=Lax` + (domain && `; Domain=${domain}`) + (secure ? "; Secure" : "");
}
async function announce() {
  const channel = new BroadcastChannel("consentry");
  await new Promise((done) => {
    document.addEventListener("consentry:change", done, { once: true });
    setTimeout(done, 1e3);
    channel.postMessage("");
  });
  channel.close();
}

export { setConsent };
