/** What one description says of a value: its parts by name. */
export interface Tree {
  /** Same object for the same type, so that recursion ends. */
  readonly identity: unknown;
  /** Set where a tool gives one of its own objects instead of a description. */
  readonly unread?: true;
  /** The parts are those of the message, not of a type. */
  readonly message?: true;
  /** `null` for a text. */
  readonly parts: ReadonlyMap<string, Part> | null;
}

export interface Part {
  /** Whether it stands as an array. */
  readonly many: boolean;
  readonly tree: () => Tree;
  /** What other tools are known not to understand. */
  readonly marks: ReadonlySet<Mark>;
}

/** Constructs by which a difference is explained. */
export type Mark =
  | "repeated with its group"
  | "several of one name"
  | "wildcard"
  | "substitutable"
  | "SOAP array"
  | "derived"
  | "recursive"
  | "of any type";

/** Input and output of the operations of a service description, by `port.operation`. */
export type Description = ReadonlyMap<string, { readonly input: Tree | null; readonly output: Tree | null }>;

/** A difference between two descriptions; `kind` is looked up in the list of explanations. */
export interface Difference {
  readonly where: string;
  readonly kind: string;
}
