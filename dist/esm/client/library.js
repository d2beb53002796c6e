const version = "0.1.0" ;
const build = "902e453371fe3ac1" ;
const library = { version, build };

export { library, version };
