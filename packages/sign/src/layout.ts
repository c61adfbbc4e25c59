import { SignError } from "./errors.ts";
import type { SignatureProfile } from "./profile.ts";

/** Fields of a message as they are given to be signed. */
export type MessageFields = readonly (readonly [name: string, value: string | null | undefined])[];

/** One signed field: its place among the message's fields, {@link BODY_PLACE} for the body. */
export interface Step {
  readonly place: number;
  readonly name: string;
  /** What stands before the value where the field is the first to be written, and where others stand before it. */
  readonly first: string;
  readonly next: string;
}

/** Which fields a profile signs, and in what order: names alone decide it. */
export interface Layout {
  readonly names: readonly string[];
  readonly hasBody: boolean;
  readonly steps: readonly Step[];
}

/** The place of the body, which is none of the fields. */
export const BODY_PLACE = -1;

/** Messages of one kind have the same names in the same order: the last few layouts of a profile are kept. */
const KEPT = 8;
const KEPT_NAMES = 32;
const kept = new WeakMap<SignatureProfile, Layout[]>();

/**
 * The layout of a message's fields.
 *
 * @throws {@link SignError} `SIGN_INPUT` for a field that stands twice, or that the profile needs and is absent.
 */
export function layoutOf(profile: SignatureProfile, fields: MessageFields, hasBody: boolean): Layout {
  const known = kept.get(profile);
  if (known !== undefined) {
    for (let i = 0; i < known.length; i++) {
      const one = known[i] as Layout;
      if (one.hasBody === hasBody && sameNames(one.names, fields)) return one;
    }
  }
  const layout = makeLayout(profile, fields, hasBody);
  // A profile that can still change decides anew each time.
  if (Object.isFrozen(profile) && fields.length <= KEPT_NAMES) {
    if (known === undefined) kept.set(profile, [layout]);
    else if (known.unshift(layout) > KEPT) known.pop();
  }
  return layout;
}

function sameNames(names: readonly string[], fields: MessageFields): boolean {
  if (names.length !== fields.length) return false;
  for (let i = 0; i < names.length; i++) if (names[i] !== fields[i]?.[0]) return false;
  return true;
}

function makeLayout(profile: SignatureProfile, fields: MessageFields, hasBody: boolean): Layout {
  const { bodyName } = profile;
  const places = new Map<string, number>();
  for (const [place, [name]] of fields.entries()) put(places, name, place);
  if (hasBody) put(places, bodyName, BODY_PLACE);
  if (profile.fields !== "all" && profile.fields.includes(bodyName) && !hasBody) throw missing(profile, "body");
  const listed = profile.fields === "all" ? undefined : profile.fields;
  const names = listed === undefined ? [] : listed.filter((name) => places.has(name));
  for (const name of places.keys()) {
    if (listed?.includes(name)) continue;
    const known = name === bodyName || profile.knownFields.includes(name);
    if (known ? listed === undefined : profile.includeUnknownFields) names.push(name);
  }
  const signed = names.filter(
    (name) =>
      !profile.exclude.includes(name) &&
      !(profile.excludeSignType && name === profile.signTypeField) &&
      !(profile.nonce === "none" && name === profile.nonceField),
  );
  if (profile.sort === "ascii") signed.sort(byCodePoints);
  const steps = signed.map((name): Step => {
    const first = profile.pair === "name=value" ? `${name}=` : profile.pair === "namevalue" ? name : "";
    return { place: places.get(name) as number, name, first, next: profile.pairSeparator + first };
  });
  return { names: fields.map(([name]) => name), hasBody, steps };
}

function put(places: Map<string, number>, name: string, place: number): void {
  if (places.has(name)) {
    throw new SignError("SIGN_INPUT", `field "${name}" stands twice`, `字段 ${name} 出现两次`, { field: name });
  }
  places.set(name, place);
}

/** Byte order of UTF-8, which is the order of code points, not of UTF-16 units. */
function byCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    const surrogates = Number(x >= 0xd800 && x <= 0xdfff) - Number(y >= 0xd800 && y <= 0xdfff);
    return surrogates || x - y;
  }
  return a.length - b.length;
}

/** A field that a profile signs is absent. */
export function missing(profile: SignatureProfile, field: string): SignError {
  return new SignError(
    "SIGN_INPUT",
    `profile ${profile.id} signs "${field}", which is absent`,
    `方案 ${profile.id} 要求签名 ${field}，但它不存在`,
    {
      field,
    },
  );
}
