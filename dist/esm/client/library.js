const library = {
  version: "0.1.0" ,
  build: "5342d5d393f97b28" 
};

export { library };
