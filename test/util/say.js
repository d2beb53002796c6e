// A file of a page under test: says the name that its address carries, and writes what it carries, itself or by a script
// that it puts into the page.
{
  const { searchParams } = new URL(document.currentScript.src);
  (window.ran ?? window.parent.ran).push(searchParams.get("say"));
  if (searchParams.has("write")) document.write(searchParams.get("write"));
  if (searchParams.has("inject")) {
    const script = document.createElement("script");
    script.text = `document.write(${JSON.stringify(searchParams.get("inject"))})`;
    document.body.append(script);
  }
}
