import { expect, it } from "vitest";
import { profilePage, rulesPage } from "./support/lint-pages.ts";

it("docs/lint-rules.md lists the rules as they are", async () => {
  await expect(rulesPage()).toMatchFileSnapshot("../../../docs/lint-rules.md");
});

it("docs/wsi-basic-profile.md lists the requirements as they are", async () => {
  await expect(profilePage()).toMatchFileSnapshot("../../../docs/wsi-basic-profile.md");
});
