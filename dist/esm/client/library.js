const library = {
  version: "0.1.0" ,
  build: "b3a932e06baa5362" 
};

export { library };
