// Makes the bundled font from Noto Sans SC: run it by hand when the font or the character set changes.
//
//   npm install --no-save @expo-google-fonts/noto-sans-sc@0.4.3 subset-font@2.9.0
//   node font/make-font.mjs <NotoSansSC_400Regular.ttf>
//
// The result is TrueType (pdfkit subsets it again for each document; WOFF2 would turn that off), packed with brotli.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
// @boundaries-ignore installed by hand, see above
import subsetFont from "subset-font";

const characters = new Set();
for (let code = 0x20; code < 0x7f; code++) characters.add(String.fromCodePoint(code));
for (let code = 0xa0; code < 0x180; code++) characters.add(String.fromCodePoint(code));
// GB 2312: rows 1–9 (symbols) and 16–87 (hanzi).
const gb = new TextDecoder("gbk");
for (let row = 1; row <= 87; row++) {
  if (row > 9 && row < 16) continue;
  for (let cell = 1; cell <= 94; cell++) {
    const text = gb.decode(new Uint8Array([0xa0 + row, 0xa0 + cell]));
    if (text.length > 0 && !text.includes("\ufffd") && !/[\ue000-\uf8ff]/.test(text)) characters.add(text);
  }
}
for (const text of "—–‘’“”…•‰′″€™℃№①②③④⑤⑥⑦⑧⑨⑩□■○●△▲☆★→←↑↓√×÷±≤≥≠∞") characters.add(text);
// Frequent in personal and firm names, outside GB 2312.
for (const text of "喆堃昇珺玥翀赟晟祎鑫淼焱垚犇骉羴猋煊璟瑄珮琹頔玹珑偲堉熠禛旻昉昶晞暐曈琤瑢瑨瑾璠璘甯皓睿祾禤稑笪筱粲綦翊翛芃苡茜荻莜菀葳蓁蕤薏藜蘅虓袆諴贇趸轩邈郄郗郦鄢鄞酆釗鉴鋆錡鍇鎏闫陞雱霂霈霏靓韬韫颀飏馗骐骞髙鸥麒黎")
  characters.add(text);

const source = readFileSync(process.argv[2]);
const font = Buffer.from(
  await subsetFont(source, [...characters].sort().join(""), {
    targetFormat: "truetype",
    preserveNameIds: [0, 13, 14],
    variationAxes: undefined,
  }),
);
const packed = brotliCompressSync(font, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: font.length,
  },
});
writeFileSync(new URL("coo-sans-sc.ttf.br", import.meta.url), packed);
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
writeFileSync(
  new URL("coo-sans-sc.json", import.meta.url),
  `${JSON.stringify({ family: "Coo Sans SC", madeFrom: "Noto Sans SC Regular (npm @expo-google-fonts/noto-sans-sc 0.4.3)", sourceSha256: sha256(source), licence: "OFL-1.1", characters: characters.size, bytes: font.length, packedBytes: packed.length, sha256: sha256(font) }, null, 2)}\n`,
);
