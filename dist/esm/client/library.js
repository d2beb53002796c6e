const library = {
  version: "0.1.0" ,
  build: "f5cf69e74363cf62" 
};

export { library };
