const version = "0.1.0" ;
const build = "99f21e3701d318c6" ;
const library = { version, build };

export { library, version };
