import type { SimpleDescriptor } from "../../gen1.ts";
import { type SimpleCodec, simpleCodec } from "../../simple/simple-codec.ts";
import { type QuickTest, quickTest } from "./quick-test.ts";

/** Names that generated code has for a simple type: a call of its quick test with the value `v`, and its codec. */
export interface TestNames {
  /** Gives 0, 1 or 2; `0` itself for a type without a test. */
  readonly test: string;
  readonly codec: string;
  /** What the test looks at, where that is the length and the characters only. */
  readonly text: QuickTest["text"];
}

/** The quick tests of simple types, as functions of generated code: one a type. */
export class SimpleTests {
  readonly codecs: SimpleCodec[] = [];
  readonly regexes: RegExp[] = [];
  readonly functions: string[] = [];
  readonly #names = new Map<SimpleDescriptor, TestNames>();

  of(type: SimpleDescriptor): TestNames {
    let names = this.#names.get(type);
    if (!names) {
      const number = this.codecs.push(simpleCodec(type)) - 1;
      const quick = quickTest(type);
      if (quick) {
        const { regex } = quick;
        const re = regex ? `re${this.regexes.push(regex) - 1}.test` : "";
        this.functions.push(`function t${number}(v) {`, ...quick.lines.map((line) => line.replace("re.test", re)), "}");
      }
      names = { test: quick ? `t${number}(v)` : "0", codec: `c${number}`, text: quick?.text };
      this.#names.set(type, names);
    }
    return names;
  }

  /** Lines that declare what the functions and their callers use, out of arrays `codecs` and `regexes`. */
  declarations(): string[] {
    return [
      ...this.codecs.map((_, i) => `const c${i} = codecs[${i}];`),
      ...this.regexes.map((_, i) => `const re${i} = regexes[${i}];`),
    ];
  }
}
