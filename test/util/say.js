// A file of a page under test: says the name that its address carries.
(window.ran ?? window.parent.ran).push(new URL(document.currentScript.src).searchParams.get("say"));
