const library = {
  version: "0.1.0" ,
  build: "d8828a931331e24c" 
};

export { library };
