/** The part of fontkit that is used; its community types need a browser's. */
declare module "fontkit" {
  export interface MeasuredFont {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(code: number): boolean;
    glyphForCodePoint(code: number): { readonly advanceWidth: number };
  }
  export function create(bytes: Uint8Array): MeasuredFont;
}
