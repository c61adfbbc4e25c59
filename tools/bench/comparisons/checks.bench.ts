import { ApplyPreferentialCertificateRequestMessage } from "@coo/msg-document";
import { validateValue } from "@coo/soap";
import { comparison, contender } from "../src/comparison.ts";
import { CHECKS } from "../src/fast-xml-parser.ts";
import { certificate } from "../src/fixtures.ts";
import { type Certificate, SIZES } from "../src/messages.ts";

// Whether an object is allowed, without writing it. The wrong one has a country code that is too long in its last line.
interface Input {
  readonly right: Certificate;
  readonly wrong: Certificate;
}

function input(lines: number): Input {
  const right = certificate(lines);
  const goods = right.goodsList.goods.map((line, i) =>
    i === lines - 1 ? { ...line, originCountryCode: "X".repeat(1000) } : line,
  );
  return { right, wrong: { ...right, goodsList: { ...right.goodsList, goods } } };
}

const ours = (value: Certificate): boolean =>
  validateValue(ApplyPreferentialCertificateRequestMessage, value, { allErrors: false }).length === 0;

export default SIZES.map((lines) =>
  comparison<Input>(`checks, ${lines} lines`, {
    input: input(lines),
    normalise: (result, name) => (name.includes("wrong") ? !result : result),
    baseline: contender("@coo/soap", ({ right }) => ours(right)),
    contenders: [
      contender("@coo/soap, wrong at the end", ({ wrong }) => ours(wrong)),
      ...Object.entries(CHECKS).map(([name, check]) =>
        contender(name, ({ right }: Input) => {
          check.parse(right);
          return true;
        }),
      ),
    ],
  }),
);
