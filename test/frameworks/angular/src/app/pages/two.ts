import { Component } from "@angular/core";

@Component({
  selector: "app-two",
  template: `<h1>Two</h1>`,
})
export default class Two {}
