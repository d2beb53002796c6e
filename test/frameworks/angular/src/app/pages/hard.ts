import { Component } from "@angular/core";
import { Film } from "../film";
import { SrcOnce } from "../src-once";

@Component({
  selector: "app-hard",
  imports: [Film, SrcOnce],
  template: `
    <h1>Hard</h1>
    <img alt="" srcOnce="https://stats.vendor.test/unmarked.gif" />
    <app-film />
  `,
})
export default class Hard {}
