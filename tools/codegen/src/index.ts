export { generate, type Generated, type GenerateOptions, type Summary } from "./generate.ts";
export { type EditionResult, generateRepo } from "./repo.ts";
export { compare, type Difference, write } from "./write.ts";
export { type Manifest, type ManifestNamespace, type ManifestOperation, parseManifest } from "./manifest.ts";
export { EXIT, type Output, run } from "./run.ts";
export { CodegenError, type CodegenErrorCode, type CodegenProblem, isCodegenError } from "./errors.ts";
