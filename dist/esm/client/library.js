const library = {
  version: "0.1.0" ,
  build: "a893b9d3fa28c9f3" 
};

export { library };
