/** Why an address gave no document, in both languages. */
export interface FailureText {
  readonly en: string;
  readonly zh: string;
  readonly advice: string;
  readonly adviceZh: string;
}

/** A document that could not be had; who asked for it knows the place. */
export class FetchFailure extends Error {
  override readonly name = "FetchFailure";
  readonly text: FailureText;

  constructor(text: FailureText, cause?: unknown) {
    super(text.en, cause === undefined ? undefined : { cause });
    this.text = text;
  }
}

const BY_HAND = "save the document by hand and name the file in the import";
const BY_HAND_ZH = "请手动保存该文档,并在引入处写明文件";

/** @param advice - Default: to save the document by hand. */
export function failure(
  en: string,
  zh: string,
  [advice, adviceZh]: readonly [en: string, zh: string] = [BY_HAND, BY_HAND_ZH],
  cause?: unknown,
): FetchFailure {
  return new FetchFailure({ en, zh, advice, adviceZh }, cause);
}
