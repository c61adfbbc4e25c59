/** Numbers from a seed, the same on every machine. */
export class Draw {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  below(n: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  }

  pick<T>(of: readonly T[]): T {
    return of[this.below(of.length)] as T;
  }
}

/** A schema whose element `m` may hold what {@link PARTS} and {@link ATTRIBUTES} are made of. */
export function drawnSchema(draw: Draw): string {
  const kind = (): string => draw.pick(["string", "int", "token", "decimal", "short"]);
  const occurs = (): string =>
    draw.pick(["", "", 'minOccurs="0"', 'maxOccurs="2"', 'minOccurs="0" maxOccurs="2"', 'minOccurs="2" maxOccurs="2"']);
  const process = (): string => draw.pick(["skip", "lax", "strict"]);
  const namespaces = (): string =>
    draw.pick(["##any", "##other", "##targetNamespace", "##local", "urn:o", "##local urn:o"]);
  // libxml2 compares fixed texts, not values: there is one form of each.
  const value = (): string => draw.pick(["", "", "", 'fixed="1"', 'default="1"']);
  const nil = (): string => draw.pick(["", "", 'nillable="true"']);
  const leaf = (): string => {
    switch (draw.below(6)) {
      case 0:
        return `<xs:element name="a" type="xs:${kind()}" ${occurs()} ${draw.pick([nil(), value()])}/>`;
      case 1:
        return `<xs:element name="b" type="xs:${kind()}" ${occurs()}/>`;
      case 2:
        return `<xs:element ref="t:e" ${occurs()}/>`;
      case 3:
        return `<xs:element ref="t:h" ${occurs()}/>`;
      case 4:
        return `<xs:element name="k" type="t:B" ${occurs()} ${draw.pick([nil(), 'block="extension"', 'block="#all"'])}/>`;
      default:
        return `<xs:any namespace="${namespaces()}" processContents="${process()}" ${occurs()}/>`;
    }
  };
  const group = (depth: number): string => {
    const parts = Array.from({ length: 1 + draw.below(3) }, () =>
      depth > 0 && draw.below(4) === 0 ? group(depth - 1) : leaf(),
    );
    const name = draw.pick(["sequence", "choice"]);
    return `<xs:${name} ${draw.pick(["", "", 'minOccurs="0"', 'maxOccurs="2"'])}>${parts.join("")}</xs:${name}>`;
  };
  const anyOrder = (): string => {
    const member = (name: string): string =>
      `<xs:element name="${name}" type="xs:${kind()}" ${draw.pick(["", 'minOccurs="0"'])}/>`;
    return `<xs:all ${draw.pick(["", 'minOccurs="0"'])}>${member("a")}${member("b")}</xs:all>`;
  };
  const attributes = (): string => {
    const own = `<xs:attribute name="x" type="xs:${kind()}" ${draw.pick(["", 'use="required"', value(), 'use="prohibited"'])}/>`;
    const global = `<xs:attribute ref="t:g" ${draw.pick(["", 'use="required"'])}/>`;
    const any = `<xs:anyAttribute namespace="${namespaces()}" processContents="${process()}"/>`;
    return draw.pick([own, ""]) + draw.pick([global, "", ""]) + draw.pick([any, "", ""]);
  };
  const complex = (): string => {
    if (draw.below(4) === 0)
      return `<xs:complexType><xs:simpleContent><xs:extension base="xs:${kind()}">${attributes()}</xs:extension></xs:simpleContent></xs:complexType>`;
    const content = draw.pick([group, group, anyOrder, () => ""])(1);
    return `<xs:complexType ${draw.pick(["", "", 'mixed="true"'])}>${content}${attributes()}</xs:complexType>`;
  };
  const derived = `<xs:complexType name="D" ${draw.pick(["", "", 'block="#all"'])}><xs:complexContent><xs:extension base="t:B"><xs:sequence><xs:element name="b" type="xs:${kind()}" ${draw.pick(["", 'minOccurs="0"'])}/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`;
  const globals = [
    `<xs:attribute name="g" type="xs:${kind()}" ${draw.pick(["", "", 'fixed="1"'])}/>`,
    `<xs:element name="e" type="xs:${kind()}" ${draw.pick([nil(), value()])}/>`,
    `<xs:element name="h" type="xs:string" ${draw.pick(["", 'abstract="true"', 'block="substitution"'])}/>`,
    `<xs:element name="s" type="xs:${draw.pick(["string", "token"])}" substitutionGroup="t:h"/>`,
    `<xs:complexType name="B" ${draw.pick(["", "", 'abstract="true"', 'block="extension"'])}><xs:sequence><xs:element name="a" type="xs:${kind()}" minOccurs="0"/></xs:sequence><xs:attribute name="x" type="xs:${kind()}"/></xs:complexType>`,
    draw.pick(["", derived]),
  ];
  const own = draw.pick([
    () => '<xs:element name="m" type="t:B"/>',
    () => `<xs:element name="m" type="xs:${kind()}" ${draw.pick([nil(), value()])}/>`,
    ...Array.from({ length: 4 }, () => () => `<xs:element name="m" ${nil()}>${complex()}</xs:element>`),
  ])();
  return globals.join("") + own;
}

/** What may stand in `m`. */
export const PARTS: readonly string[] = [
  "<a>1</a>",
  "<a>01</a>",
  "<a> x </a>",
  "<a/>",
  '<a xsi:nil="true"/>',
  "<b>1.5</b>",
  "<b>1</b>",
  "<t:e>1</t:e>",
  "<t:e>x</t:e>",
  "<t:e/>",
  "<t:h>q</t:h>",
  "<t:s>q</t:s>",
  "<k/>",
  '<k x="1"><a>1</a></k>',
  '<k xsi:nil="true"/>',
  "<o:z/>",
  "<t:z/>",
  "<z/>",
  "1",
  "x",
];

export const ATTRIBUTES: readonly string[] = [
  'x="1"',
  'x="q"',
  't:g="1"',
  't:g="q"',
  'o:z="1"',
  'y="1"',
  'xsi:nil="true"',
  'xsi:type="t:D"',
];

const CHANGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/xs:(?:string|int|token|decimal|short)(?=")/g, ["xs:string", "xs:int", "xs:token", "xs:decimal", "xs:short"]],
  [/processContents="\w+"/g, ["skip", "lax", "strict"].map((p) => `processContents="${p}"`)],
  [/namespace="(?:##|urn:o)[^"]*"/g, ["##any", "##other", "##local", "urn:o"].map((n) => `namespace="${n}"`)],
  [/(?:fixed|default)="1"/g, ["", 'fixed="1"', 'default="1"']],
  [/minOccurs="0"/g, [""]],
  [/maxOccurs="2"/g, ["", 'maxOccurs="3"']],
  [/(?:nillable|abstract|mixed)="true"/g, [""]],
  [/(?:block="[^"]*"|use="required")/g, [""]],
  [/<xs:attribute name="x"[^>]*\/>|<xs:anyAttribute[^>]*\/>|<xs:element name="b"[^>]*\/>/g, [""]],
];

/** The schema with one place changed a little; most changes are of one direction. */
export function changedALittle(schema: string, draw: Draw): string {
  const hits = CHANGES.flatMap(([pattern, to]) => [...schema.matchAll(pattern)].map((hit) => ({ hit, to })));
  if (hits.length === 0) return schema;
  const { hit, to } = draw.pick(hits);
  return schema.slice(0, hit.index) + draw.pick(to) + schema.slice(hit.index + hit[0].length);
}
