import type { Reporter, TestModule } from "vitest/node";

/** Prints the closing line that `.ci/run` adds up; vitest's own summary is for people. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    let skipped = 0;
    for (const module of modules) {
      if (module.errors().length > 0) failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") passed++;
        else if (state === "failed") failed++;
        else {
          skipped++;
          process.stdout.write(`skipped: ${module.relativeModuleId} > ${test.fullName}\n`);
        }
      }
    }
    process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  }
}
