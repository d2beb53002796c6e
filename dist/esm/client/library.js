const library = {
  version: "0.1.0" ,
  build: "9c5e4423fabbb13c" 
};

export { library };
