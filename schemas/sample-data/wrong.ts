import type { EditionModel, FieldModel, SimpleModel } from "../xsd-model.ts";
import type { Node } from "./node.ts";
import { prune } from "./prune.ts";

/** What a validator should complain about. */
export interface Complaint {
  /** Place of the element, from the root, names joined by `/`. */
  readonly path: string;
  /** Element that the complaint names. */
  readonly element: string;
  readonly rule: Rule;
}

export type Rule =
  | "required"
  | "unknown"
  | "order"
  | "repeated"
  | "maxLength"
  | "pattern"
  | "digits"
  | "type"
  | "enumeration"
  | "nil"
  | "minItems"
  | "namespace";

export interface WrongSample {
  readonly tree: Node;
  readonly complaint: Complaint;
}

interface Place {
  /** Names from the root's child on. */
  readonly path: readonly string[];
  readonly field: FieldModel;
}

const XS = "{http://www.w3.org/2001/XMLSchema}";

/**
 * Wrong variants of a payload, one a rule that can be broken in it. `tree` is a complete payload; each variant is cut
 * down to what must be there and the element in question, so that nothing else is wrong.
 */
export function wrongSamples(
  model: EditionModel,
  message: string,
  types: { readonly head: string; readonly body: string },
  tree: Node,
): WrongSample[] {
  const places = [...walk(types.body, ["Body"]), ...walk(types.head, ["Head"])];
  const inBody = places.filter((place) => place.path[0] === "Body");
  const found: WrongSample[] = [];

  breakAt("required", (place) => place.field.min > 0 && !place.field.nillable, remove);
  breakAt("unknown", (place) => place.field.max === 1, insertUnknownBefore, "unexpectedField");
  breakAt(
    "order",
    (place) => place.field.min > 0 && place.field.max === 1 && neighbour(place) !== undefined,
    moveToEnd,
  );
  breakAt("repeated", (place) => place.field.max === 1 && isSimple(place), repeat);
  breakAt("maxLength", (place) => (plainText(place)?.maxLength ?? 999) <= 100, setText(overlong));
  breakAt(
    "pattern",
    (place) => isTime(place),
    setText((place) => badTime(place)),
  );
  breakAt("digits", (place) => simple(place)?.base === `${XS}decimal`, setText(badDigits));
  breakAt(
    "type",
    (place) => badType(place) !== undefined,
    setText((place) => badType(place) ?? ""),
  );
  breakAt(
    "enumeration",
    (place) => (simple(place)?.enumeration.length ?? 0) > 0,
    setText(() => "?"),
  );
  breakAt("nil", (place) => isSimple(place) && !place.field.nillable && place.field.max === 1, setNil);
  breakAt("minItems", (place) => itemOf(place) !== undefined, emptyList);
  breakAt("namespace", (place) => isSimple(place) && place.field.max === 1, setNamespace);
  return found;

  function* walk(type: string, path: readonly string[]): Generator<Place> {
    for (const field of model.complex.get(type)?.fields ?? []) {
      const at = [...path, field.name];
      if (!nodeAt(tree, at)) continue;
      yield { path: at, field };
      if (model.complex.has(field.type) && at.length < 6) yield* walk(field.type, at);
    }
  }

  function breakAt(
    rule: Rule,
    fits: (place: Place) => boolean,
    change: (siblings: readonly Node[], place: Place) => Node[],
    element?: string,
  ): void {
    const inTheBody = inBody.filter(fits);
    const candidates = inTheBody.length > 0 ? inTheBody : places.filter(fits);
    // spread the rules over the elements of a message, the same way every time
    const place = candidates[hash(message + rule) % Math.max(candidates.length, 1)];
    if (!place) return;
    const base = cut(place);
    const wrong = replaceChildren(base, place.path.slice(0, -1), (siblings) => change(siblings, place));
    const named = element ?? (rule === "minItems" ? (itemOf(place) ?? "") : place.field.name);
    const path = [tree.name, ...place.path.slice(0, -1), element ?? place.field.name].join("/");
    found.push({ tree: wrong, complaint: { path, element: named, rule } });
  }

  /** Path of the next element beside the one at `place`. */
  function neighbour(place: Place): readonly string[] | undefined {
    const parent = place.path.slice(0, -1);
    const siblings = nodeAt(tree, parent)?.children ?? [];
    const next = siblings[siblings.findIndex(isIt(place)) + 1];
    return next && [...parent, next.name];
  }

  /** The payload with only what must be there, the element at `place` and one beside it. */
  function cut(place: Place): Node {
    const children = (tree.children ?? []).map((part) => {
      const type = part.name === "Head" ? types.head : types.body;
      const keep = part.name === place.path[0] ? [place.path, neighbour(place) ?? place.path] : [];
      const fields = part.children ?? [];
      return part.name === "Head" && keep.length === 0
        ? part
        : {
            ...part,
            children: prune(
              model,
              type,
              fields,
              keep.map((path) => path.slice(1)),
            ),
          };
    });
    return { ...tree, children };
  }

  function simple(place: Place): SimpleModel | undefined {
    return model.simple.get(place.field.type);
  }
  function isSimple(place: Place): boolean {
    return !model.complex.has(place.field.type);
  }
  function plainText(place: Place): SimpleModel | undefined {
    const type = simple(place);
    return type && !type.list && type.base === `${XS}string` && !type.pattern && type.enumeration.length === 0
      ? type
      : undefined;
  }
  function isTime(place: Place): boolean {
    const type = simple(place);
    return type?.base === `${XS}string` && type.pattern !== undefined;
  }
  function badTime(place: Place): string {
    const text = nodeAt(tree, place.path)?.text ?? "";
    return text.length === 14 ? `${text.slice(0, 8)}T${text.slice(8, 13)}` : text.replaceAll("-", "/");
  }
  function overlong(place: Place): string {
    const text = (nodeAt(tree, place.path)?.text || "长").trim();
    const length = (plainText(place)?.maxLength ?? 0) + 1;
    return text.repeat(Math.ceil(length / text.length)).slice(0, length);
  }
  function badDigits(place: Place): string {
    const { fractionDigits } = simple(place) ?? {};
    return fractionDigits === undefined ? "1234567890.12345678901234567890" : `1.${"2".repeat(fractionDigits + 1)}`;
  }
  function badType(place: Place): string | undefined {
    const bad: Record<string, string> = {
      [`${XS}int`]: "一",
      [`${XS}boolean`]: "是",
      [`${XS}base64Binary`]: "不是base64",
    };
    return bad[place.field.type] ?? (simple(place)?.base === `${XS}decimal` ? "1,280.00" : undefined);
  }
  /** Name of the item that the list at `place` must have. */
  function itemOf(place: Place): string | undefined {
    const fields = model.complex.get(place.field.type)?.fields ?? [];
    const [item] = fields;
    return fields.length === 1 && item && item.max > 1 && item.min > 0 ? item.name : undefined;
  }
}

function nodeAt(tree: Node, path: readonly string[]): Node | undefined {
  let found: Node | undefined = tree;
  for (const name of path) found = found?.children?.find((child) => child.name === name);
  return found;
}

/** `node` with the children of the element at `path` replaced. */
function replaceChildren(node: Node, path: readonly string[], change: (children: readonly Node[]) => Node[]): Node {
  const [name, ...rest] = path;
  const children = node.children ?? [];
  if (name === undefined) return { ...node, children: change(children) };
  const index = children.findIndex((child) => child.name === name);
  return {
    ...node,
    children: children.map((child, at) => (at === index ? replaceChildren(child, rest, change) : child)),
  };
}

const isIt = (place: Place) => (node: Node) => node.name === place.field.name;

function remove(siblings: readonly Node[], place: Place): Node[] {
  return siblings.filter((node) => !isIt(place)(node));
}

function insertUnknownBefore(siblings: readonly Node[], place: Place): Node[] {
  const at = siblings.findIndex(isIt(place));
  return [...siblings.slice(0, at), { name: "unexpectedField", text: "多余的内容" }, ...siblings.slice(at)];
}

function moveToEnd(siblings: readonly Node[], place: Place): Node[] {
  return [...remove(siblings, place), ...siblings.filter(isIt(place))];
}

function repeat(siblings: readonly Node[], place: Place): Node[] {
  return siblings.flatMap((node) => (isIt(place)(node) ? [node, node] : [node]));
}

const setText =
  (text: (place: Place) => string) =>
  (siblings: readonly Node[], place: Place): Node[] =>
    siblings.map((node) => (isIt(place)(node) ? { name: node.name, text: text(place) } : node));

function setNil(siblings: readonly Node[], place: Place): Node[] {
  return siblings.map((node) => (isIt(place)(node) ? { name: node.name, nil: true } : node));
}

function emptyList(siblings: readonly Node[], place: Place): Node[] {
  return siblings.map((node) => (isIt(place)(node) ? { ...node, children: [] } : node));
}

function setNamespace(siblings: readonly Node[], place: Place): Node[] {
  return siblings.map((node) => (isIt(place)(node) ? { ...node, namespace: "urn:example:elsewhere" } : node));
}

function hash(text: string): number {
  let value = 2166136261;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619) >>> 0;
  return value;
}
