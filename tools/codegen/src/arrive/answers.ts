import { nearest } from "@coo/wsdl";
import { CodegenError } from "../errors.ts";
import { type JsonPath, readJson } from "../json-source.ts";

/** Something that a person has to decide, with what may be chosen. */
export interface Question {
  /** `operation:NAME`, `request:NAME`, `response:NAME`, `element:NAME` or `element:{ns}Type.NAME`, `wire:KEY`. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly choices: readonly { readonly answer: string; readonly score?: number; readonly why?: string }[];
}

/** Decisions by the id of their question; `null` says that the delivery has no such thing. */
export type Answers = ReadonlyMap<string, string | null>;

/**
 * Reads an answers file: a JSON object of question id → answer.
 *
 * @throws {@link CodegenError} `GEN_MANIFEST`.
 */
export function parseAnswers(text: string, file: string): Answers {
  const { value, at } = readJson(text, file);
  const fault = (path: JsonPath, message: string, messageZh: string): never => {
    throw new CodegenError({
      code: "GEN_MANIFEST",
      at: at(path),
      message,
      messageZh,
      expected: '{ "operation:queryBranches": "{urn:x}Port.name", "wire:payload": "cdata" }',
      advice: "take the ids from questions.json",
      adviceZh: "编号见 questions.json",
    });
  };
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fault([], "the answers are not an object", "答案文件不是 JSON 对象");
  const answers = new Map<string, string | null>();
  for (const [id, answer] of Object.entries(value)) {
    if (answer !== null && typeof answer !== "string")
      fault([id], `the answer to ${id} is neither text nor null`, `${id} 的答案既不是文本也不是 null`);
    answers.set(id, answer as string | null);
  }
  return answers;
}

/** Answers to one kind of question, by what stands behind the colon. */
export function answersTo(kind: string, answers: Answers): ReadonlyMap<string, string | null> {
  return new Map(
    [...answers].filter(([id]) => id.startsWith(`${kind}:`)).map(([id, answer]) => [id.slice(kind.length + 1), answer]),
  );
}

/** @throws {@link CodegenError} `GEN_MANIFEST` for an answer that names nothing there is. */
export function refuseUnknown(what: string, whatZh: string, given: string, known: readonly string[]): never {
  const near = nearest(given, known);
  throw new CodegenError({
    code: "GEN_MANIFEST",
    message: `answers: there is no ${what} ${given}`,
    messageZh: `答案文件:没有${whatZh} ${given}`,
    expected: near ?? known.slice(0, 30).join(", "),
    advice: "take what questions.json offers",
    adviceZh: "请从 questions.json 的候选中选择",
  });
}
