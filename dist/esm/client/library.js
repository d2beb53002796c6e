const version = "0.1.0" ;
const build = "a9ac310a97274c31" ;
const library = { version, build };

export { library, version };
