const library = {
  version: "0.1.0" ,
  build: "54754b91960f2ba4" 
};

export { library };
