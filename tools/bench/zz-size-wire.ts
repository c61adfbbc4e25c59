import { gzipSync } from "node:zlib";
import { bundled, CLIENT } from "./src/bundle.ts";
const b = await bundled(CLIENT);
console.log(b.length, gzipSync(b).length);
