const library = {
  version: "0.1.0" ,
  build: "9657e9480b4f7e46" 
};

export { library };
