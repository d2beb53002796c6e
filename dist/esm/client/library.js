const version = "0.1.0" ;
const build = "ebcc12b9f7d93145" ;
const library = { version, build };

export { library, version };
