// A module of a page under test: writes what its address carries.
document.write(new URL(import.meta.url).searchParams.get("write"));
