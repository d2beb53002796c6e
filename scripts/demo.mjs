// Serves the examples with stand-ins for the vendors' hosts, all on this machine, and prints where.
// $PORT asks for a port; the next free one is taken where it is in use.
if (!process.features.typescript) {
  console.error(
    `The demo needs Node 22.18 or later (npm scripts bring their own); this is ${process.version}.`,
  );
  process.exit(1);
}
const { startDemo } = await import("../test/pages/demo.ts");
const demo = await startDemo(Number(process.env.PORT) || 4173);

console.log(`
  Consentry demo      ${demo.url}
  plain HTML          ${demo.url}plain-html/
  single-page app     ${demo.url}spa/
  frameworks          ${["react/", "vue/", "svelte/", "preact/"].map((name) => demo.url + name).join("  ")}
  your own interface  ${demo.url}custom-ui/
  a forgotten pixel   ${demo.url}leak/
  themes              ${demo.url}themes.html
  configurator        ${demo.url}configurator.html

  What reaches the vendors' stand-ins is printed here. Stop with Ctrl+C.
`);
demo.log.onAdd(({ method, host, path, query }) => {
  const line = `  ${method.padEnd(4)} ${host}${path}${query}`;
  console.log(line.length > 110 ? `${line.slice(0, 109)}…` : line);
});
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    void demo.close().then(() => process.exit(0));
  });
}
