const version = "0.1.0" ;
const build = "ab9620c5889115f0" ;
const library = { version, build };

export { library, version };
