/** Why an id has its letters. */
export interface Reason {
  readonly zh: string;
  readonly en: string;
}

/** Ids that share a reason in front of it, Chinese and English behind. */
const REASONS = `
service-added service-removed port-added port-removed|对方推送到我方未提供的服务会失败;被删除的服务会使代码无用、推送停止。若另有端口具有同样的绑定,删除不产生影响。|Pushes to a service we do not host fail; a removed one leaves dead code and silence. Nothing is lost while another port has the same binding.
service-renamed port-type-renamed|名称不出现在线上,但由生成的包导出,源码引用会失败。|The name is not on the wire, but it is exported: source that imports it fails.
port-renamed binding-renamed message-renamed document-part-renamed|名称既不出现在线上,也不导出。|The name is neither sent nor exported.
endpoint-changed|地址由对方逐平台分发,包内从不写入地址;须在代码之外核对配置。|Addresses are handed out to each platform and never live in a package; the configuration has to be checked outside of code.
transport-changed soap-version-changed|信封命名空间、内容类型或动作头随之改变,旧程序无法对接。|Envelope namespace, content type or action header move with it; an old program cannot talk any more.
style-changed use-changed part-kind-changed body-parts-changed|包装与编码规则改变,正文不再是原来的正文。|Wrapper and encoding rules change; the body is another one.
soap-action-changed|对方可能按它路由;我方服务器先按正文根元素路由。|The peer may route by it; our server routes by the body's root first.
operation-added operation-removed|旧服务器对新的推送以错误应答;处理函数表是部分映射,类型不受影响。删除的操作再调用即失败。|An old server answers a new push with a fault; the table of handlers is partial, so types stay. Calling a removed operation fails.
operation-renamed|仅当正文根元素与动作未变时视为改名,否则为删除加新增;导出的方法名改变。|A rename only while body root and action stay, else removed and added; the exported method has another name.
operation-moved|可能位于另一地址之后,须在代码之外核对。|It may sit behind another address, which has to be checked outside of code.
operation-overloaded|重名操作的导出名冲突,互操作规范也禁止。|Exported names collide, and the interoperability profile forbids it.
mep-changed|一条报文出现或消失。|A message appears or vanishes.
parameter-order-changed|生成的调用以对象传参,顺序无关。|Generated calls take objects; order does not matter.
wsdl-namespace-changed rpc-namespace-changed|只有 RPC 风格会把该命名空间写到线上。|Only rpc puts this namespace on the wire.
policy-required-added policy-required-removed policy-optional-changed extension-optional-changed extension-required-added|新要求的安全、寻址等能力,未满足者会被拒绝;取消或可选的须双方商定。|Security or addressing that is newly demanded refuses whoever lacks it; dropping it or making it optional needs an agreement.
rpc-part-added rpc-part-removed rpc-part-renamed|RPC 的部件就是线上的元素。|Parts are elements on the wire in rpc.
rpc-part-reordered element-reordered|只有线上的顺序改变;类型与数据看不到顺序。|Only the order on the wire moves; types and data do not see it.
root-element-changed|正文据它分派;数据类型可以不变。|The body is dispatched by it; the type of the data may be the same.
payload-encoding-changed|数据相同,承载方式不同。|The same data in another carrier.
payload-root-remapped|manifest 把该操作映射到另一负载。|The manifest maps the operation to another payload.
header-added header-removed|声明的消息头在发送时视为必需,读取时可忽略。|A declared header is taken as required when sent and may be ignored when read.
fault-added fault-removed|穷举处理错误的代码会察觉新的错误,一般处理不会。|Exhaustive handling notices a new fault, generic handling does not.
attachment-added attachment-removed attachment-type-changed|MIME 结构改变。|The MIME structure changes.
element-required-added|旧数据没有它;严格的旧读取方拒绝它;自造的读取对象缺少它。|Old data lacks it, strict old readers refuse it, and read objects made by hand miss it.
element-optional-added any-added any-attribute-added open-content-added attribute-optional-added|封闭的内容模型拒绝未知内容;宽容的读取方跳过它。旧数据仍然有效。|Closed content refuses what it does not know; a tolerant reader skips it. Old data stays valid.
element-required-removed attribute-required-removed|旧读取方要求它,而字段已不存在;仍发送它会被拒绝。|An old reader demands it and the property is gone; sending it is refused.
element-optional-removed attribute-optional-removed any-removed any-attribute-removed open-content-removed mixed-removed|仍发送它会被拒绝;读取它的源码不再通过编译。|Sending it is refused; source that reads it does not compile.
element-renamed element-moved attribute-renamed|无论是否识别为改名,对每个方面都等于删除加新增。|Detected or not, it is removed and added on every surface.
element-made-required attribute-made-required group-made-required|缺少它的旧数据会被拒绝。|Old data without it is refused.
element-made-optional attribute-made-optional group-made-optional|读取方依赖的值可能缺失;宽容也无济于事。|A value that the reader relied on may be absent; no tolerance helps.
min-occurs-raised max-occurs-lowered|次数不足或过多的旧数据会被拒绝;类型中没有次数。|Old data with too few or too many is refused; numbers are not in the type.
min-occurs-lowered max-occurs-raised|严格的旧读取方拒绝新的次数;界限按数值比较,unbounded 为无穷。|A strict old reader refuses the new number; bounds compare as numbers, unbounded as infinity.
all-occurs-tightened|仅 XML Schema 1.1:两侧均可多次出现的成员,次数过多的旧数据会被拒绝;多次变为单次是 max-occurs-many-to-one,类型随之改变。|XML Schema 1.1 alone: a member that repeats on both sides; old data with too many is refused. From many to one is max-occurs-many-to-one, which changes the type.
all-occurs-loosened|仅 XML Schema 1.1:两侧均可多次出现的成员,严格的旧读取方拒绝新的次数;单次变为多次是 max-occurs-one-to-many,类型随之改变。|XML Schema 1.1 alone: a member that repeats on both sides; a strict old reader refuses the new number. From one to many is max-occurs-one-to-many, which changes the type.
max-occurs-one-to-many max-occurs-many-to-one group-repeat-added group-repeat-removed|单个值与数组互换;旧读取方会丢失数据。|A scalar becomes an array or the reverse; an old reader would drop data.
nillable-added nillable-removed|必须处理 null,或不能再传 null。|Null has to be handled, or may not be passed any more.
default-added default-changed default-removed|空元素的含义改变;若默认值使原先无效的空元素有效,则为放宽。|An empty element changes its meaning; it is a widening where the default makes a formerly invalid empty element valid.
fixed-introduced fixed-dropped fixed-changed|字面量类型与字符串互换,或字面量改变;常见于版本标记。|A literal type becomes a string or the reverse, or another literal; typical of version markers.
sequence-to-all all-to-sequence|任意顺序包含固定顺序,反之不然。|Any order includes a fixed one, not the reverse.
sequence-to-choice choice-to-sequence|全部与其一互换,旧报文无一有效;两种对象互不可赋值。|All of them against one of them: no old message stays valid, and neither object is one of the other.
mixed-added|对象变为节点列表(元素与文本按顺序),构造与读取的源码均不再通过编译;旧报文仍然有效。|The object becomes a list of nodes, elements and text in order: source that builds or reads it does not compile. Old messages stay valid.
choice-branch-added choice-branch-removed union-member-added union-member-removed|读取方以排除法缩小类型,新的分支会漏过。|Readers narrow by elimination; a new branch falls through.
choice-dissolved choice-formed co-occurrence-loosened co-occurrence-tightened|原来必须同时出现或互斥的字段不再如此,或反之。|Fields that had to come together, or apart, no longer have to, or the reverse.
group-nesting-changed group-extracted group-inlined choice-branch-reordered|自动机相等:同样的报文,写法不同。|Equal automata: the same messages, written otherwise.
any-namespace-widened any-namespace-narrowed any-process-loosened any-process-tightened|通配接受的内容变多或变少;类型不变。|The wildcard takes more or less; the type stays.
any-became-element|常见的扩展步骤:在通配的命名空间内收紧。|The usual step of an extension: a narrowing inside of the wildcard's namespace.
attribute-required-added|旧数据没有它;严格的旧读取方拒绝它。|Old data lacks it, strict old readers refuse it.
attribute-default-added attribute-default-changed attribute-default-removed|省略该属性的含义改变;读取时填入默认值,故读取类型增减问号。|Leaving it out means something else; defaults are filled in on reading, so the read type gains or loses its question mark.
attribute-to-element element-to-attribute|数据相同,位置不同;字段名不变时类型不变。|The same data in another place; types stay while the property's name does.
attribute-group-refactored|展开后相同。|The same after expansion.
attribute-inheritable-changed|可能影响下级的条件类型。|It can steer conditional types below.
type-widened type-narrowed|TypeScript 类型不变,编译器不提示,因此由报告指出。|The TypeScript type stays and the compiler is silent, so the report says so.
type-widened-remapped type-narrowed-remapped|映射到另一 TypeScript 类型。|It maps to another TypeScript type.
type-replaced|两个类型的值互不包含,即使个别文本重合。|The values of neither type include the other's, even where single texts coincide.
type-normalisation-changed white-space-changed|接受同样的文本,得到不同的值。|The same texts are accepted and give other values.
type-became-list type-no-longer-list|单个值与数组互换。|A value becomes an array or the reverse.
union-member-reordered|由哪个成员先匹配决定值。|Which member matches first decides the value.
type-became-complex type-became-simple|文本与带属性的对象互换。|Text becomes an object with attributes or the reverse.
enum-value-added enum-value-removed enum-dropped|读取类型为开放联合,因此类型不变;发送类型为封闭联合。|Read unions are open, so their types stay; sent ones are closed.
enum-value-renamed enum-introduced|不在枚举中的值会被拒绝。|A value that is not listed is refused.
enum-meaning-changed|代码相同,说明不同;XSD 之外的代码表亦然。|The same code, documented otherwise; so for code lists outside of XSD.
min-length-tightened max-length-tightened total-digits-tightened fraction-digits-tightened range-tightened|超出新界限的旧值会被拒绝;类型中没有长度与范围。|Old values beyond the new bound are refused; facets are not in the type.
min-length-loosened max-length-loosened total-digits-loosened fraction-digits-loosened range-loosened|严格的旧读取方拒绝新值;新值可能超出存储列与缓冲区。|Strict old readers refuse new values, which may overflow columns and buffers.
length-changed|旧长度的值全部无效。|No value of the old length stays valid.
pattern-tightened pattern-loosened pattern-crossed|由自动机包含关系计算:同一步内为或,各步之间为且。|Computed by inclusion of automata: or within a step, and across steps.
pattern-undecided|自动机过大,无法比较;按更替处理。|The automata are too large to compare; it counts as crossed.
explicit-timezone-tightened explicit-timezone-loosened|dateTime 与 dateTimeStamp 互换亦属此类。|dateTime to dateTimeStamp is one of these too.
assertion-added assertion-removed assertion-changed|断言是任意表达式:改变后无法判定,按更替处理。|An assertion is any expression: a changed one is undecided and counts as crossed.
alternative-changed|按条件选择的类型改变,除非逐一证明相容。|Types chosen by a condition change, unless each is proven.
identity-constraint-added identity-constraint-removed|值须唯一或引用须有效;选择器或字段改变等于删除加新增。|Values have to be unique or references valid; a changed selector or field is removed and added.
type-renamed type-anonymised type-removed-unused global-element-removed-unused|报文不变,但导入该名称的源码失败;有废弃别名时仅为潜在影响。|Messages stay, but imports of the name fail; with a deprecated alias it is only potential.
type-named type-added-unused global-element-added-unused element-ref-inlined|不改变任何报文。|No message changes.
derivation-path-changed final-changed|报文不变;使用 xsi:type 时须确认。|Messages stay; to be checked where xsi:type is in use.
derived-type-added derived-type-removed|除非被禁止,新的子类型可凭 xsi:type 到来。|Unless blocked, a new subtype may come by xsi:type.
substitution-member-added substitution-member-removed substitution-head-changed|成员可以出现在头元素的位置。|A member may stand in place of its head.
abstract-added abstract-removed|抽象的类型或元素自身不能出现在报文中。|An abstract type or element may not appear itself.
block-added block-removed|派生或替换是否可以到来。|Whether derived types or substitutes may come.
target-namespace-changed component-moved-namespace|线上的名称改变,宽容无济于事;类型名不含命名空间,故类型不变。|Names on the wire change and no tolerance helps; no type name holds a namespace, so types stay.
element-form-changed attribute-form-changed|名称限定与否;每个 schema 只报告一次。|Qualified or not; told once a schema.
redefine-changed override-changed|展开之后再比较。|Compared after expansion.
documentation-changed deprecation-marked deprecation-unmarked|只有生成的注释改变。|Only generated comments change.
documentation-contract-text|说明中出现约束用语:对方常以文字写明 schema 未表达的规则。|Words of a rule were found: the peer states in prose what its schema does not carry.
lexical-only import-layout-changed notation-changed schema-version-attribute-changed|规范化的模型相等,只是写法不同。|The canonical models are equal; only the writing differs.
schema-language-raised|对方的校验器可能不支持 XSD 1.1。|The peer's validator may not know XSD 1.1.
signed-part-changed|签名覆盖的内容改变,双方须对签名输入一致。|What a signature covers changes; both sides have to agree on its input.
unclassified-change|安全网:没有规则说明的差别按破坏处理,不可豁免。|The safety net: a difference that no rule names counts as breaking and cannot be waived.`;

const byId: ReadonlyMap<string, Reason> = new Map(
  REASONS.trim()
    .split("\n")
    .flatMap((line) => {
      const [ids = "", zh = "", en = ""] = line.split("|");
      return ids.split(" ").map((id) => [id, { zh, en }] as const);
    }),
);

/** Why an id has its letters. @throws RangeError for an unknown one. */
export function reasonOf(id: string): Reason {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`there is no reason for the change id ${id}`);
  return found;
}
