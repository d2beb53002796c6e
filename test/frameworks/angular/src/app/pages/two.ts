import { Component } from "@angular/core";

@Component({ template: `<h1>Two</h1>` })
export default class Two {}
