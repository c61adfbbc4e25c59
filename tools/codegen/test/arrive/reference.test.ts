import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("comes along as it lies in schemas/", () => {
  const [from, to] = [
    new URL("../../../../schemas/2018-07/", import.meta.url),
    new URL("../../reference/", import.meta.url),
  ];
  const names = readdirSync(from).filter((name) => /\.(?:wsdl|xsd|json)$/.test(name));
  expect(readdirSync(to)).toEqual(names);
  for (const name of names)
    expect(readFileSync(new URL(name, to), "utf8"), `${name}: run node scripts/bundle-reference.ts`).toBe(
      readFileSync(new URL(name, from), "utf8"),
    );
});
