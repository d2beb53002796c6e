const library = {
  version: "0.1.0" ,
  build: "fe25c62fc9fd5b6d" 
};

export { library };
