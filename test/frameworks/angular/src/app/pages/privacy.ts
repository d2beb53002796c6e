import { Component } from "@angular/core";

@Component({ template: `<h1>Privacy</h1>` })
export default class Privacy {}
