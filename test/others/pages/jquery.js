import $ from "jquery";
import { content, listen } from "../content.ts";

listen((route) => $("#view").html(content(route)));
