const library = {
  version: "0.1.0" ,
  build: "08c1c2aa3845bc46" 
};

export { library };
