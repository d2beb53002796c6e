function pickLocale(wanted, available, fallback = "en") {
  for (const tag of wanted) {
    const start = `${spelled(tag)}-`;
    const fit = (one) => {
      const part = `${spelled(one)}-`;
      return start.startsWith(part) ? part.length : 0;
    };
    const [best] = available.filter((one) => languageOf(one) == languageOf(tag)).sort((a, b) => fit(b) - fit(a));
    if (best) return best;
  }
  return fallback;
}
const spelled = (tag) => tag.trim().toLowerCase().replace(/_/g, "-").replace(/^iw\b/, "he").replace(/^zh-(tw|hk|mo)\b/, "zh-hant");
const languageOf = (tag) => spelled(tag).replace(/-.*/s, "").replace(/^n[on]$/, "nb");

export { pickLocale };
