const library = {
  version: "0.1.0" ,
  build: "7018aef159968b20" 
};

export { library };
