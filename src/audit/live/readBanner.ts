import type { FoundTool } from "./foreignTool.ts";

/** One button of a banner, as it is drawn. */
export interface DrawnButton {
  words: string;
  width: number;
  height: number;
  fontSize: number;
  fontWeight: number;
  /** Computed colours. */
  color: string;
  background: string;
  /** Of what stands behind it. */
  behind: string;
  border: boolean;
  opacity: number;
}

/** What a visitor sees who has not decided. */
export interface DrawnBanner {
  /** `consentry`, `rule`, `words`, or empty where no one asks. */
  by: "consentry" | "rule" | "words" | "";
  /** The consent tool, where a rule of autoconsent has found one. */
  tool: FoundTool | null;
  accept: DrawnButton | null;
  reject: DrawnButton | null;
  settings: boolean;
  /** The banner's text. */
  text: string;
  links: number;
  /** Switches that are on and can be moved. */
  ticked: string[];
  /** Language that the page says it has, and that the banner says. */
  pageLanguage: string;
  language: string;
  /** Marks that wait, and whether anything leads back to the choice. */
  marks: string[];
  wayBack: boolean;
  /** Consentry is on the page, whether it asks already or not. */
  isComing: boolean;
  /** Consentry on the page says that the visitor has decided. */
  isDecided: boolean;
  /** A choice of Consentry's is stored, whether it counts still or not. */
  isStored: boolean;
}

/** Words of buttons, lower case. */
export interface Words {
  accept: readonly string[];
  reject: readonly string[];
  settings: readonly string[];
}

/**
 * Runs in the page, as text: uses nothing from outside itself. Marks the buttons that it takes for accept, reject and
 * settings with `data-consentry-audit`, so that they can be pressed.
 */
export function readBanner(words: Words): DrawnBanner {
  const plain = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();
  const all = (root: Document | ShadowRoot | Element): Element[] =>
    [...root.querySelectorAll("*")].flatMap((element) =>
      element.shadowRoot ? [element, ...all(element.shadowRoot)] : [element],
    );
  const visible = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return width > 1 && height > 1 && style.visibility != "hidden" && Number(style.opacity) > 0.05;
  };
  const parent = (element: Element): Element | null =>
    element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
  const solid = (color: string): boolean => !/^(?:transparent|rgba\(.*,\s*0\))$/.test(color);
  const behind = (element: Element | null): string => {
    for (let at = element; at; at = parent(at)) {
      const color = getComputedStyle(at).backgroundColor;
      if (solid(color)) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const drawn = (element: Element | undefined): DrawnButton | null => {
    if (!element) return null;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    let opacity = 1;
    for (let at: Element | null = element; at; at = parent(at))
      opacity *= Number(getComputedStyle(at).opacity);
    return {
      words: (element.textContent || (element as HTMLInputElement).value || "").trim().slice(0, 80),
      width: box.width,
      height: box.height,
      fontSize: parseFloat(style.fontSize),
      fontWeight: Number(style.fontWeight) || 400,
      color: style.color,
      background: solid(style.backgroundColor) ? style.backgroundColor : "",
      behind: behind(parent(element)),
      border: parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle != "none",
      opacity,
    };
  };

  const { Consentry } = window as {
    Consentry?: { current?: { state: { status: string } } | null };
  };
  const elements = all(document);
  for (const one of elements) one.removeAttribute("data-consentry-audit");
  const host = document.querySelector<HTMLElement>("[data-consentry]:not([data-consent-ignore] *)");
  const ours = (action: string): Element | undefined =>
    elements.find((one) => one.getAttribute("data-consentry-action") == action && visible(one));
  const pressable = elements.filter(
    (one) =>
      one.matches("button, a, [role=button], input[type=button], input[type=submit]") &&
      visible(one),
  );
  const byRule = (what: string): Element | undefined =>
    elements.find((one) => one.getAttribute("data-consentry-tool") == what && visible(one));
  const named = (list: readonly string[]): Element | undefined =>
    pressable.find((one) => {
      const name = plain(one.textContent || (one as HTMLInputElement).value || "");
      return name.length < 60 && list.includes(name.replace(/[.!✓✕×]+$/u, "").trim());
    });
  const isOurs = host?.getAttribute("data-consentry-view") == "banner";
  const accept = isOurs
    ? ours("accept-all")
    : host
      ? undefined
      : (byRule("accept") ?? named(words.accept));
  const reject = isOurs
    ? ours("reject-all")
    : host
      ? undefined
      : (byRule("reject") ?? named(words.reject));
  const settings = isOurs ? ours("open-preferences") : host ? undefined : named(words.settings);
  accept?.setAttribute("data-consentry-audit", "accept");
  reject?.setAttribute("data-consentry-audit", "reject");
  settings?.setAttribute("data-consentry-audit", "settings");

  // The banner of another tool: what holds accept and its neighbours, smaller than the page.
  let box: Element | null = isOurs ? host : null;
  if (!box && accept) {
    box = accept;
    for (
      let at = parent(accept);
      at && at != document.body && at != document.documentElement;
      at = parent(at)
    ) {
      if ((at.textContent ?? "").length > 4000) break;
      box = at;
      if (/fixed|sticky/.test(getComputedStyle(at).position)) break;
    }
  }
  const inside = box
    ? isOurs && host?.shadowRoot
      ? all(host.shadowRoot)
      : [box, ...all(box)]
    : [];
  const text = isOurs ? (host?.shadowRoot?.textContent ?? "") : (box?.textContent ?? "");
  const wayBack =
    elements.some((one) => one.matches("[data-consent-open], a[href$='#cookie-settings']")) ||
    (!host && !!named(words.settings));
  return {
    by: isOurs ? "consentry" : accept || reject ? "words" : "",
    tool: null,
    accept: drawn(accept),
    reject: drawn(reject),
    settings: !!settings,
    text: text.replace(/\s+/g, " ").trim().slice(0, 4000),
    links: inside.filter((one) => one.matches("a[href], [role=link]")).length,
    ticked: inside
      .filter((one) =>
        one.matches(
          "input[type=checkbox]:checked:not(:disabled), [role=switch][aria-checked=true]:not([aria-disabled=true],:disabled)",
        ),
      )
      .map(
        (one) =>
          one.getAttribute("data-consentry-id") ?? one.id ?? one.getAttribute("name") ?? "switch",
      ),
    pageLanguage: document.documentElement.lang,
    language:
      (isOurs && (host?.shadowRoot?.querySelector("[lang]")?.getAttribute("lang") ?? host?.lang)) ||
      "",
    marks: [...document.querySelectorAll("[data-consent]")]
      .slice(0, 200)
      .map((one) => one.getAttribute("data-consent")!),
    wayBack,
    isComing: !!host || "Consentry" in window || !!document.querySelector("[data-consent]"),
    isDecided: (Consentry?.current?.state.status ?? "undecided") != "undecided",
    isStored: /(?:^|; )(?:__Host-)?consentry=/.test(document.cookie),
  };
}
