export default defineNuxtPlugin(() => {
  useScript(
    { src: "https://stats.vendor.test/tag.js", crossorigin: false },
    { trigger: new Promise<void>(() => {}) },
  );
});
