export { CodegenError, type CodegenErrorCode, type CodegenProblem, isCodegenError } from "./errors.ts";
export { type Generated, type GenerateOptions, generate, type Summary } from "./generate.ts";
export { type LintOptions, type LintReport, lint } from "./lint/lint.ts";
export type { Category, Finding, Severity } from "./lint/rule.ts";
export { type Manifest, type ManifestNamespace, type ManifestOperation, parseManifest } from "./manifest.ts";
export { EXIT, type Output } from "./output.ts";
export { type EditionResult, generateRepo } from "./repo.ts";
export { run } from "./run.ts";
export { compare, type Difference, write } from "./write.ts";
