function t(t,e){try{if("object"==typeof t&&t&&Object.prototype.hasOwnProperty.call(t,e))return Reflect.get(t,e)}catch{}}export{t as o};
