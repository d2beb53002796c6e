import { Component } from "@angular/core";

@Component({ template: `<h1>Failed</h1>` })
export default class Failed {}
