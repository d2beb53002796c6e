/** What is used of pngjs, which brings no types. */
declare module "pngjs" {
  export interface Picture {
    width: number;
    height: number;
    /** Red, green, blue and alpha of each pixel. */
    data: Buffer;
  }
  export const PNG: { sync: { read(file: Buffer): Picture; write(picture: Picture): Buffer } };
}
