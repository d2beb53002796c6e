const version = "0.1.0" ;
const build = "1e39aaa3a37bd674" ;
const library = { version, build };

export { library, version };
