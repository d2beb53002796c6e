const version = "0.1.0" ;
const build = "865b6e64c013d079" ;
const library = { version, build };

export { library, version };
