export default defineNuxtPlugin(() => {
  useScript(
    // Without the second line Nuxt Scripts asks for the file as for data of another origin.
    { src: "https://stats.vendor.test/tag.js", crossorigin: false },
    { trigger: useConsentTrigger("stats") },
  );
});
