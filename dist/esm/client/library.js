const library = {
  version: "0.1.0" ,
  build: "79322cbe2828dc73" 
};

export { library };
