const library = {
  version: "0.1.0" ,
  build: "315681bb357f0df2" 
};

export { library };
