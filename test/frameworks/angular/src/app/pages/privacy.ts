import { Component } from "@angular/core";

@Component({
  selector: "app-privacy",
  template: `<h1>Privacy</h1>`,
})
export default class Privacy {}
