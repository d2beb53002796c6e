import { Component } from "@angular/core";

@Component({
  selector: "app-failed",
  template: `<h1>Failed</h1>`,
})
export default class Failed {}
