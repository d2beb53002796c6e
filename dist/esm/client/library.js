const version = "0.1.0" ;
const build = "91166b4f77519a8f" ;
const library = { version, build };

export { library, version };
