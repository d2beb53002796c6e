const version = "0.1.0" ;
const build = "6f0fb10c64a192b2" ;
const library = { version, build };

export { library, version };
