import { Component } from "@angular/core";

@Component({
  selector: "app-not-found",
  template: `<h1>Not found</h1>`,
})
export default class NotFound {}
