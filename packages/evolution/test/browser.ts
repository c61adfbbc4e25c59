import { existsSync } from "node:fs";
import { createRequire } from "node:module";

/** A page of a browser; only what tests need. */
export interface Page {
  goto(url: string): Promise<unknown>;
  on(event: "request", listener: (request: { url(): string }) => void): unknown;
  on(event: "console", listener: (message: { type(): string; text(): string }) => void): unknown;
  on(event: "pageerror", listener: (error: unknown) => void): unknown;
  on(event: "dialog", listener: (dialog: { message(): string; dismiss(): Promise<void> }) => void): unknown;
  click(selector: string): Promise<void>;
  selectOption(selector: string, value: string): Promise<unknown>;
  fill(selector: string, text: string): Promise<void>;
  focus(selector: string): Promise<void>;
  isVisible(selector: string): Promise<boolean>;
  innerText(selector: string): Promise<string>;
  getAttribute(selector: string, name: string): Promise<string | null>;
  /** @param code - An expression, run in the page. */
  evaluate(code: string): Promise<unknown>;
  waitForFunction(code: string): Promise<unknown>;
  readonly keyboard: { press(key: string): Promise<void> };
}

export interface Browser {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

/** The Chromium of the machine, if there is one. */
export const CHROMIUM: string | undefined = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((file) => existsSync(file));

// The types of this library want those of a browser, which this package is not for.
const playwright = createRequire(import.meta.url)("playwright-core") as {
  readonly chromium: { launch(options: { executablePath: string | undefined; args: string[] }): Promise<Browser> };
};

/** Starts Chromium. */
export function launch(): Promise<Browser> {
  return playwright.chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
}
