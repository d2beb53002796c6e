const version = "0.1.0" ;
const build = "86175f5f42d03062" ;
const library = { version, build };

export { library, version };
