/** c15t's names for the three categories. */
export const NAMES = {
  functional: "functionality",
  performance: "measurement",
  marketing: "marketing",
};

/** Its scripts are declared, not marked: the page hands the list over. */
export const declare = (gated) =>
  `<script>window.gated = ${JSON.stringify(
    gated.map(({ category, src, code }, index) => ({
      id: `gated-${index}`,
      category: NAMES[category],
      ...(src ? { src } : { textContent: code }),
    })),
  )}</script>`;

/** Without a server of theirs: kept in the browser, as of a visitor from Germany. */
export const OPTIONS = `{
  mode: "offline",
  consentCategories: ["necessary", "functionality", "measurement", "marketing"],
  overrides: { country: "DE" },
  scripts: window.gated,
}`;
