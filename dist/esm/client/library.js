const version = "0.1.0" ;
const build = "377662d8c0c6daa5" ;
const library = { version, build };

export { library, version };
