const version = "0.1.0" ;
const build = "d94ee3beba565849" ;
const library = { version, build };

export { library, version };
