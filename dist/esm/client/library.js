const library = {
  version: "0.1.0" ,
  build: "fa8fbe8e064ba0cf" 
};

export { library };
