const library = {
  version: "0.1.0" ,
  build: "e7cf614f020bd309" 
};

export { library };
