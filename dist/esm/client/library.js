const version = "0.1.0" ;
const build = "220fcd23777c7f59" ;
const library = { version, build };

export { library, version };
