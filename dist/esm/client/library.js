const version = "0.1.0" ;
const build = "d331f35f3726b651" ;
const library = { version, build };

export { library, version };
