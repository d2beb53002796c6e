const version = "0.1.0" ;
const build = "cc0b8c57a014ec7f" ;
const library = { version, build };

export { library, version };
