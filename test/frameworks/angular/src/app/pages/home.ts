import { Component } from "@angular/core";
import { Film } from "../film";

@Component({
  selector: "app-home",
  imports: [Film],
  template: `<h1>Home</h1>
    <app-film />`,
})
export default class Home {}
