const library = {
  version: "0.1.0" ,
  build: "b164426685c67712" 
};

export { library };
