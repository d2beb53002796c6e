// Shows, live, what a visitor cannot see: what reached other companies (here: their stand-ins), what lies
// on the device, and the proof log. It writes nothing itself and puts texts in as text.
const words = {
  en: {
    title: "Behind the scenes",
    requests: "Requests to other companies",
    device: "On this device",
    proof: "Proof log",
    short: ["Requests", "Stored", "Records"],
    noRequests: "None so far.",
    noDevice: "Nothing is stored.",
    noProof: "No decision yet.",
    valid: "The chain of hashes is unbroken.",
    broken: "The chain is broken.",
    alone: "Start the demo with “npm start” to see requests here.",
  },
  nl: {
    title: "Achter de schermen",
    requests: "Verzoeken aan andere bedrijven",
    device: "Op dit apparaat",
    proof: "Bewijslogboek",
    short: ["Verzoeken", "Opgeslagen", "Bewijzen"],
    noRequests: "Nog geen.",
    noDevice: "Er is niets opgeslagen.",
    noProof: "Nog geen keuze gemaakt.",
    valid: "De keten van hashes is ongebroken.",
    broken: "De keten is gebroken.",
    alone: "Start de demo met “npm start” om hier verzoeken te zien.",
  },
}[document.documentElement.lang.startsWith("nl") ? "nl" : "en"];

const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

/** One column: a counter for the summary line, a heading, a list, a line below. */
function column(title, short, empty, ordered) {
  const count = make("output", { className: "none", textContent: "0" });
  const list = make(ordered ? "ol" : "ul");
  const note = make("p", { textContent: empty });
  const known = new Set();
  return {
    part: make("section", {}, make("h2", { textContent: title }), list, note),
    counter: make("span", {}, `${short} `, count),
    note,
    /** Shows lines of `[text, detail]`; those not seen before light up. */
    show(lines) {
      list.replaceChildren(
        ...lines.map(([text, detail], index) => {
          const key = `${ordered ? lines.length - index : ""} ${text}`;
          const line = make("li", { className: known.has(key) ? "" : "new" });
          known.add(key);
          line.append(make("code", { textContent: text }), make("span", { textContent: detail }));
          return line;
        }),
      );
      count.textContent = String(lines.length);
      count.className = lines.length ? "" : "none";
      note.textContent = lines.length ? "" : empty;
    },
  };
}

const requests = column(words.requests, words.short[0], words.noRequests, true);
const device = column(words.device, words.short[1], words.noDevice, false);
const proof = column(words.proof, words.short[2], words.noProof, true);

const wide = matchMedia("(min-width: 90rem)");
const panel = make("details", { className: "watch", open: wide.matches });
panel.append(
  make(
    "summary",
    {},
    make("b", { textContent: words.title }),
    requests.counter,
    device.counter,
    proof.counter,
  ),
  make("div", {}, requests.part, device.part, proof.part),
);
wide.addEventListener("change", () => (panel.open = wide.matches));
document.body.prepend(panel);

/** Cookies, web storage and databases of this site, by name. */
async function listDevice() {
  const lines = document.cookie
    .split("; ")
    .filter(Boolean)
    .map((pair) => {
      const [name, ...value] = pair.split("=");
      return [name, `cookie · ${value.join("=").slice(0, 140)}`];
    });
  for (const medium of ["localStorage", "sessionStorage"]) {
    for (const key of Object.keys(window[medium])) lines.push([key, medium]);
  }
  for (const { name } of await indexedDB.databases()) lines.push([name, "indexedDB"]);
  device.show(lines);
}

/** Where the stand-ins lie as files, in a copy of these pages that needs no server of its own. */
const place = document.querySelector('meta[name="stand-ins"]')?.content;

/** What was asked of those files, by the browser's own list, newest first. */
function listLoaded() {
  const asked = performance
    .getEntriesByType("resource")
    .filter(({ name }) => new URL(name).pathname.startsWith(place))
    .map(({ name, initiatorType, startTime }) => {
      const { pathname, search } = new URL(name);
      const time = new Date(performance.timeOrigin + startTime).toLocaleTimeString();
      return [
        `${initiatorType} ${pathname.slice(place.length)}`,
        `${time} ${search.slice(0, 120)}`,
      ];
    });
  requests.show(asked.reverse());
}

/** What reached the stand-ins since this page was opened, newest first. */
let known = 0;
let seen = [];
async function listRequests() {
  const answer = await fetch(`/stand-ins.json?from=${known}`);
  if (!answer.ok) throw new Error("no stand-ins");
  const news = await answer.json();
  known += news.length;
  seen = [...news.filter(({ at }) => at >= performance.timeOrigin).reverse(), ...seen];
  requests.show(
    seen.map(({ at, method, host, path, query }) => [
      `${method} ${host}${path}`,
      `${new Date(at).toLocaleTimeString()} ${query.slice(0, 120)}`,
    ]),
  );
}

/** Asked for only after a decision: before one there is nothing to read, and nothing is opened. */
async function listProof(consent) {
  if (consent.state.status != "decided") return;
  const records = await consent.proof.records();
  proof.show(
    records
      .map(({ event, method, source, at, hash }) => [
        `${event} (${method}, ${source})`,
        `${new Date(at).toLocaleTimeString()} · ${hash.slice(0, 24)}…`,
      ])
      .reverse(),
  );
  if (records.length) {
    proof.note.textContent = (await consent.proof.verify()).ok ? words.valid : words.broken;
  }
}

window.Consentry = window.Consentry || [];
window.Consentry.push((consent) => {
  for (const news of ["change", "decision"]) {
    consent.on(news, () => void listProof(consent).catch(console.error));
  }
});

let alone = false;
async function look() {
  await listDevice().catch(() => {}); // Storage may be refused.
  if (place) listLoaded();
  else if (!alone) {
    await listRequests().catch(() => {
      alone = true; // Another server than the demo's.
      requests.note.textContent = words.alone;
    });
  }
  setTimeout(() => void look(), document.hidden ? 4000 : 600);
}
void look();
