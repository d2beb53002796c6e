const version = "0.1.0" ;
const build = "b70932c7be99f59c" ;
const library = { version, build };

export { library, version };
