import { type Field, isContainer } from "./fields.ts";
import { fullPinyin, pinyinInitials } from "./pinyin.ts";
import { partsOf } from "./words.ts";

/** Parts of names that mean the same; short forms that follow from the letters need no entry. */
const SAME: readonly (readonly string[])[] = [
  "no num number code id key seq sn".split(" "),
  "enterprise company corp corporation firm ent".split(" "),
  "cert certificate doc document co".split(" "),
  "goods product commodity merchandise item".split(" "),
  "branch office agency bureau org organization".split(" "),
  "addr address location".split(" "),
  "tel phone telephone mobile".split(" "),
  "qty quantity count".split(" "),
  "cn chinese zh".split(" "),
  "en english eng".split(" "),
  "date time at on day".split(" "),
  "start begin from since after".split(" "),
  "end finish to until valid".split(" "),
  "status state".split(" "),
  "type kind category class format".split(" "),
  "audit review approve examine".split(" "),
  "opinion comment remark note advice reason".split(" "),
  "seal stamp chop".split(" "),
  "signer signatory sign signature".split(" "),
  "file filing record archive".split(" "),
  "size rows limit count times".split(" "),
  "total sum all".split(" "),
  "page index".split(" "),
  "paper print serial".split(" "),
  "submit send is".split(" "),
  "curr currency money".split(" "),
  "ship departure transport trans vessel".split(" "),
  "unload discharge".split(" "),
  "apply application declare".split(" "),
  "link contact person man".split(" "),
  "record filing".split(" "),
  "change amendment amend modify update".split(" "),
  "pct rate share ratio percent".split(" "),
  "img image picture".split(" "),
  "desc description text".split(" "),
  "proc process step".split(" "),
  "mat material".split(" "),
  "inv invoice bill".split(" "),
  "err error problem".split(" "),
  "line goods item".split(" "),
  "info list data detail".split(" "),
  "fta agreement".split(" "),
  "pack package packing".split(" "),
  "content data body bytes".split(" "),
  "country nation state".split(" "),
  "unit uom measure".split(" "),
  "price value cost".split(" "),
  "weight wt".split(" "),
  "port harbour harbor".split(" "),
  "dest destination arrival".split(" "),
  "load loading departure shipment".split(" "),
  "importer consignee buyer".split(" "),
  "exporter consignor seller shipper".split(" "),
  "producer manufacturer maker factory".split(" "),
  "origin originating".split(" "),
  "name title".split(" "),
  "msg message".split(" "),
  "provider vendor partner platform access".split(" "),
];

const GROUPS: readonly ReadonlySet<string>[] = SAME.map((group) => new Set(group.map(stemOf)));

/** A part without what grammar puts behind it. */
function stemOf(part: string): string {
  return part.length > 4 ? part.replace(/(?:ed|es|s|ing)$/, "").replace(/e$/, "") : part;
}

/** Characters in which Chinese labels differ without meaning something else. */
const LABEL_WORDS: readonly (readonly [RegExp, string])[] = [
  [/代码|编码|编号|代号|号码|流水号|ＩＤ|ID|Id|id/g, "号"],
  [/(?:分支|签证|贸促)机构|分会/g, "分支会"],
  [/原产地证书?|产地证书?|证书/g, "单证"],
  [/公司/g, "企业"],
  [/产品|货物/g, "商品"],
  [/收货人|买方/g, "进口商"],
  [/发货人|卖方/g, "出口商"],
  [/制造商|厂商|生产企业/g, "生产商"],
  [/原料/g, "原材料"],
  [/签字人|签名人|手签人/g, "手签员"],
  [/公章|图章/g, "印章"],
  [/签字/g, "签名"],
  [/审批|审查|复核/g, "审核"],
  [/结论/g, "结果"],
  [/登记/g, "注册"],
  [/币种|货币/g, "币制"],
  [/标识/g, "标志"],
  [/送审|提交审核/g, "发送审核"],
  [/电子邮件|电子邮箱|邮件/g, "邮箱"],
  [/手机号/g, "手机"],
  [/页号/g, "页码"],
  [/行数|条数/g, "条数"],
  [/起始|起$|之后/g, "开始"],
  [/截止|结束时|止$/g, "结束"],
  [/国别|国家/g, "国"],
  [/中文名称|中文名/g, "中文名"],
  [/英文名称|英文名/g, "英文名"],
  [/修改/g, "更新"],
  [/贸易术语/g, "价格条款"],
  [/日期|时间/g, "时"],
  [/名称|品名/g, "名"],
  [/类别|种类/g, "类型"],
  [/列表|明细|信息|集合|内容/g, ""],
  [/地址/g, "址"],
  [/\s|的/g, ""],
];

/** How alike two elements are, 0 to 1; what has elements in it is never like what has none. */
export class Similarity {
  readonly #known = new Map<string, Map<string, number>>();

  of(theirs: Field, ours: Field): number {
    if (isContainer(theirs.type) !== isContainer(ours.type)) return 0;
    let row = this.#known.get(theirs.label);
    if (row === undefined) {
      row = new Map();
      this.#known.set(theirs.label, row);
    }
    let value = row.get(ours.label);
    if (value === undefined) {
      value = compare(theirs, ours);
      row.set(ours.label, value);
    }
    return value;
  }
}

function compare(theirs: Field, ours: Field): number {
  const name = Math.max(english(theirs.name, ours.name), sound(theirs.name, ours.zh));
  if (theirs.zh === "" || ours.zh === "") return name;
  const said = label(theirs.zh, ours.zh);
  return Math.max(said * 0.75 + name * 0.25, said === 1 ? 0.92 : 0, name >= 0.9 ? name * 0.75 + said * 0.25 : 0);
}

/** By the pairs of characters that labels have in common. */
function label(a: string, b: string): number {
  if (a === b) return 1;
  const [x, y] = [folded(a), folded(b)];
  if (x === y) return 0.97;
  return dice([...pairs(x), ...x], [...pairs(y), ...y]);
}

function folded(text: string): string {
  return LABEL_WORDS.reduce((t, [from, to]) => t.replace(from, to), text);
}

function pairs(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((c, i) => `${characters[i]}${c}`);
}

function dice(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  const open = [...b];
  let common = 0;
  for (const one of a) {
    const at = open.indexOf(one);
    if (at < 0) continue;
    open.splice(at, 1);
    common++;
  }
  return (2 * common) / (a.length + b.length);
}

function english(a: string, b: string): number {
  const [x, y] = [a, b].map((name) => [...partsOf(name), ...(name.match(/\d+/g) ?? [])]) as [string[], string[]];
  if (x.length + y.length === 0) return 0;
  if (x.join("") === y.join("")) return 1;
  const open = [...y];
  let common = 0;
  for (const part of x) {
    const values = open.map((other) => partLike(part, other));
    const best = Math.max(0, ...values);
    if (best < 0.5) continue;
    common += best;
    open.splice(values.indexOf(best), 1);
  }
  return (2 * common) / (x.length + y.length);
}

function partLike(a: string, b: string): number {
  if (a === b) return 1;
  const [x, y] = [stemOf(a), stemOf(b)];
  if (x === y) return 0.95;
  if (GROUPS.some((group) => group.has(x) && group.has(y))) return 0.9;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && short[0] === long[0] && isSubsequence(short, long) ? 0.75 : 0;
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const c of long) if (c === short[at]) at++;
  return at === short.length;
}

/** Whether a name is our label in pinyin, in full or by first letters. */
function sound(name: string, zh: string): number {
  if (zh === "") return 0;
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (letters === "") return 0;
  const initials = pinyinInitials(zh);
  if (letters === fullPinyin(zh)) return 0.95;
  if (letters === initials) return initials.length > 2 ? 0.9 : 0.7;
  const common = commonLength(letters, initials);
  const like = (2 * common) / (letters.length + initials.length);
  return common >= 3 ? like * 0.85 : 0;
}

/** Length of the longest common subsequence. */
function commonLength(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const c of a) {
    const next = [0];
    for (let i = 0; i < b.length; i++)
      next.push(c === b[i] ? (row[i] as number) + 1 : Math.max(row[i + 1] as number, next[i] as number));
    row = next;
  }
  return row[b.length] as number;
}
