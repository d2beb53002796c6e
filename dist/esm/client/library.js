const library = {
  version: "0.1.0" ,
  build: "abfc9a8fa2857ef5" 
};

export { library };
