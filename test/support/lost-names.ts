/**
 * Types in TypeScript, for programs that compare two releases of a package: `Lost<O, N>` has the names that a reader of O
 * touches, eight levels deep, and that N has not.
 */
export const LOST_NAMES = `type Plain = string | number | bigint | boolean | null | undefined | Uint8Array;
type Item<T> = T extends Plain ? never : T extends readonly (infer I)[] ? I : T;
type KeysOf<T> = T extends unknown ? keyof T : never;
type At<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
export type Lost<O, N, D extends unknown[] = []> = D["length"] extends 8 ? never : LostIn<Item<O>, Item<N>, D>;
type LostIn<O, N, D extends unknown[]> = [O] extends [never] ? never :
  | Exclude<KeysOf<O>, KeysOf<N>>
  | { [K in KeysOf<O> & KeysOf<N>]: Lost<At<O, K>, At<N, K>, [...D, 1]> }[KeysOf<O> & KeysOf<N>];
`;
