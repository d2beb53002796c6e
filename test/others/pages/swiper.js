import Swiper from "swiper";
import { content, listen } from "../content.ts";

let swiper;
const show = (route) => {
  swiper?.destroy(true, true);
  const slides = [content(route), "<p>Two</p>", "<p>Three</p>", "<p>Four</p>"];
  document.querySelector("#view").innerHTML = `<div class="swiper"><div class="swiper-wrapper">
    ${slides.map((slide) => `<div class="swiper-slide">${slide}</div>`).join("")}</div></div>`;
  swiper = new Swiper(".swiper", { loop: true, speed: 0 });
  // Round once: the carousel puts its slides in another order.
  for (const _ of slides) swiper.slideNext(0);
};
listen(show);
