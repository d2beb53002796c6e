const version = "0.1.0" ;
const build = "701ed180fb85c5a8" ;
const library = { version, build };

export { library, version };
