/** How the set of valid messages moved: equal, wider, narrower, crossed. */
export type Move = "E" | "W" | "N" | "X";
/** Breaking, breaking for a strict reader only, potentially breaking, compatible, not concerned. */
export type Letter = "B" | "B°" | "P" | "C" | "-";

/** Verdict on the three surfaces: an old package in operation, the compiler, the new package on old data. */
export interface Cells {
  readonly wire: Letter;
  readonly types: Letter;
  readonly validation: Letter;
}

/** What is known of one kind of change. */
export interface ChangeRule {
  readonly id: string;
  readonly area: "wsdl" | "message" | "schema" | "other";
  /** The default; what was computed wins. `null`: computed only, or not about messages. */
  readonly move: Move | null;
  /** Messages that we send; for `wsdl`, operations that are called. */
  readonly sent: Cells;
  /** Messages that we read; for `wsdl`, operations that are pushed to us. */
  readonly read: Cells;
  readonly title: string;
  readonly titleZh: string;
}

/** One line a rule: id, move, sent, read, both titles. */
const WSDL = `
service-added|-|CC-|BC-|service added|新增服务
service-removed|-|BB-|PB-|service removed|删除服务
service-renamed|-|CB-|CB-|service renamed|服务改名
port-type-renamed|-|CB-|CB-|port type renamed|端口类型改名
port-renamed|-|CC-|CC-|port renamed|端口改名
binding-renamed|-|CC-|CC-|binding renamed|绑定改名
message-renamed|-|CC-|CC-|message renamed|消息改名
document-part-renamed|-|CC-|CC-|part of a document message renamed|文档式消息的部件改名
port-added|-|CC-|CC-|port added|新增端口
port-removed|-|BB-|PB-|port removed|删除端口
endpoint-changed|-|PC-|PC-|address changed|地址变更
transport-changed|-|BC-|BC-|transport changed|传输方式变更
soap-version-changed|-|BC-|BC-|SOAP version changed|SOAP 版本变更
style-changed|-|BBB|BBB|binding style changed|绑定风格变更
use-changed|-|BBB|BBB|use changed (literal, encoded)|编码方式(use)变更
soap-action-changed|-|BC-|PC-|SOAP action changed|SOAPAction 变更
operation-added|-|CC-|BC-|operation added|新增操作
operation-removed|-|BB-|PB-|operation removed|删除操作
operation-renamed|-|CB-|CB-|operation renamed|操作改名
operation-moved|-|PB-|PB-|operation moved to another port type|操作移至其他端口类型
operation-overloaded|-|BB-|BB-|two operations have one name|操作重名
mep-changed|-|BBB|BBB|message exchange pattern changed|消息交换模式变更
parameter-order-changed|-|CC-|CC-|order of parameters changed|参数顺序变更
wsdl-namespace-changed|-|CC-|CC-|namespace of the WSDL changed|WSDL 命名空间变更
rpc-namespace-changed|-|BC-|BC-|namespace of the rpc wrapper changed|RPC 包装元素命名空间变更
policy-required-added|-|BC-|BC-|required policy added|新增必须遵守的策略
policy-required-removed|-|PC-|PC-|required policy removed|删除必须遵守的策略
policy-optional-changed|-|PC-|PC-|optional policy changed|可选策略变更
extension-optional-changed|-|PC-|PC-|optional extension changed|可选扩展变更
extension-required-added|-|BC-|BC-|required extension added|新增必须支持的扩展`;

const MESSAGE = `
rpc-part-added|X|BBB|BBP|rpc part added|RPC 新增部件
rpc-part-removed|X|BBB|BBP|rpc part removed|RPC 删除部件
rpc-part-renamed|X|BBB|BBP|rpc part renamed|RPC 部件改名
rpc-part-reordered|X|BCC|B°CP|rpc parts in another order|RPC 部件顺序变更
root-element-changed|X|BCC|BCP|root element changed|根元素变更
part-kind-changed|X|BBB|BBP|part refers to a type instead of an element, or the reverse|部件在元素与类型之间切换
body-parts-changed|X|BBB|BBP|other parts in the body|正文部件变更
payload-encoding-changed|X|BCC|BCP|payload in another carrier|负载的承载方式变更
payload-root-remapped|X|BBB|BBP|another payload root|负载根元素改指
header-added|-|BBB|PCC|header added|新增消息头
header-removed|-|PBC|BBP|header removed|删除消息头
fault-added|-|CCC|PPC|fault added|新增错误
fault-removed|-|BBB|CBC|fault removed|删除错误
attachment-added|X|BBB|BBP|attachment added|新增附件
attachment-removed|X|BBB|BBP|attachment removed|删除附件
attachment-type-changed|X|BBB|BBP|content type of an attachment changed|附件类型变更`;

const SCHEMA = `
element-required-added|X|BBB|B°PP|required element added|新增必填元素
element-optional-added|W|CCC|B°CC|optional element added|新增选填元素
element-required-removed|X|BBB|BBP|required element removed|删除必填元素
element-optional-removed|N|BBB|CBP|optional element removed|删除选填元素
element-renamed|X|BBB|BBP|element renamed|元素改名
element-moved|X|BBB|BBP|element moved|元素移动
element-reordered|X|BCC|B°CP|elements in another order|元素顺序变更
element-made-required|N|BBB|CPP|element became required|元素改为必填
element-made-optional|W|CCC|BBC|element became optional|元素改为选填
min-occurs-raised|N|BCB|CCP|lower bound of occurrences raised|最少出现次数提高
min-occurs-lowered|W|CCC|B°CC|lower bound of occurrences lowered|最少出现次数降低
max-occurs-one-to-many|W|CBB|BBC|element may repeat now|元素由单个变为多个
max-occurs-many-to-one|N|BBB|CBP|element may not repeat any more|元素由多个变为单个
max-occurs-raised|W|CCC|B°CC|upper bound of occurrences raised|最多出现次数提高
max-occurs-lowered|N|BCB|CCP|upper bound of occurrences lowered|最多出现次数降低
nillable-added|W|CCC|BBC|element may be nil now|元素可为 nil
nillable-removed|N|BBB|CPP|element may not be nil any more|元素不可再为 nil
default-added|E|PCP|PCC|default added|新增默认值
default-changed|E|PCC|PCC|default changed|默认值变更
default-removed|E|PCC|PCC|default removed|删除默认值
fixed-introduced|N|BBB|CPP|value fixed|值被固定
fixed-dropped|W|CCC|B°BC|value no longer fixed|值不再固定
fixed-changed|X|BBB|BBP|fixed value changed|固定值变更
sequence-to-all|W|CCC|B°CC|order no longer matters|不再要求顺序
all-to-sequence|N|BCC|CCP|order matters now|改为要求顺序
sequence-to-choice|X|BBB|BBP|sequence became a choice|顺序组改为选择组
choice-to-sequence|X|BBB|BBP|choice became a sequence|选择组改为顺序组
choice-branch-added|W|CCC|BBC|branch of a choice added|选择组新增分支
choice-branch-removed|N|BBB|CBP|branch of a choice removed|选择组删除分支
choice-dissolved|W|CCC|BBC|choice became optional elements|选择组拆为选填元素
choice-formed|N|BBB|CPP|optional elements became a choice|选填元素合为选择组
group-repeat-added|W|CBB|BBC|group may repeat now|元素组可重复
group-repeat-removed|N|BBB|CBP|group may not repeat any more|元素组不可再重复
group-made-optional|W|CCC|BBC|group became optional|元素组改为选填
group-made-required|N|BBB|CPP|group became required|元素组改为必填
co-occurrence-loosened|W|CCC|BBC|elements no longer depend on each other as they did|元素间的同现约束放宽
co-occurrence-tightened|N|BBB|CPP|elements depend on each other more than they did|元素间的同现约束收紧
all-occurs-loosened|W|CCC|B°CC|members of xs:all may repeat more|xs:all 成员出现次数放宽
all-occurs-tightened|N|BCB|CCP|members of xs:all may repeat less|xs:all 成员出现次数收紧
group-nesting-changed|E|CCC|CCC|groups nested otherwise|元素组嵌套方式变更
group-extracted|E|CCC|CCC|group became a named one|提取为具名元素组
group-inlined|E|CCC|CCC|named group written out|具名元素组内联
choice-branch-reordered|E|CCC|CCC|branches of a choice in another order|选择组分支顺序变更
any-added|W|CCC|B°CC|wildcard for elements added|新增元素通配
any-removed|N|BBB|CBP|wildcard for elements removed|删除元素通配
any-attribute-added|W|CCC|B°CC|wildcard for attributes added|新增属性通配
any-attribute-removed|N|BBB|CBP|wildcard for attributes removed|删除属性通配
any-namespace-widened|W|CCC|B°CC|wildcard takes more namespaces|通配命名空间放宽
any-namespace-narrowed|N|BCB|CCP|wildcard takes fewer namespaces|通配命名空间收紧
any-process-loosened|W|CCC|B°CC|wildcard content checked less|通配内容检查放宽
any-process-tightened|N|BCB|CCP|wildcard content checked more|通配内容检查收紧
any-became-element|-|BBB|CBP|wildcard became an element|通配改为具体元素
open-content-added|W|CCC|B°CC|open content added|新增开放内容
open-content-removed|N|BBB|CBP|open content removed|删除开放内容
attribute-optional-added|W|CCC|B°CC|optional attribute added|新增选填属性
attribute-optional-removed|N|BBB|CBP|optional attribute removed|删除选填属性
attribute-required-added|X|BBB|B°PP|required attribute added|新增必填属性
attribute-required-removed|X|BBB|BBP|required attribute removed|删除必填属性
attribute-made-required|N|BBB|CPP|attribute became required|属性改为必填
attribute-made-optional|W|CCC|BBC|attribute became optional|属性改为选填
attribute-renamed|X|BBB|BBP|attribute renamed|属性改名
attribute-default-added|E|PCC|PPC|default of an attribute added|属性新增默认值
attribute-default-changed|E|PCC|PCC|default of an attribute changed|属性默认值变更
attribute-default-removed|E|PCC|PBC|default of an attribute removed|属性删除默认值
attribute-to-element|X|BCC|BCP|attribute became an element|属性改为元素
element-to-attribute|X|BCC|BCP|element became an attribute|元素改为属性
attribute-group-refactored|E|CCC|CCC|attribute groups written otherwise|属性组写法变更
attribute-inheritable-changed|E|CCC|PCC|attribute became inheritable, or no longer is|属性的可继承性变更
type-widened|W|CCC|B°CC|type allows more|类型放宽
type-narrowed|N|BCB|CCP|type allows less|类型收紧
type-widened-remapped|W|CBB|BBC|wider type of another kind|类型放宽且映射改变
type-narrowed-remapped|N|BBB|CBP|narrower type of another kind|类型收紧且映射改变
type-replaced|X|BBB|BBP|type replaced|类型替换
type-normalisation-changed|E|PCP|PCP|white space of values processed otherwise|值的空白处理变更
type-became-list|W|CBB|BBC|value became a list|值改为列表
type-no-longer-list|N|BBB|CBP|value is no list any more|值不再是列表
union-member-added|W|CCC|BBC|member of a union added|联合类型新增成员
union-member-removed|N|BBB|CBP|member of a union removed|联合类型删除成员
union-member-reordered|E|PCP|PCP|members of a union in another order|联合类型成员顺序变更
type-became-complex|W|CBB|B°BC|text became text with attributes|简单类型改为带属性的类型
type-became-simple|N|BBB|CBP|text with attributes became text|带属性的类型改为简单类型
enum-value-added|W|CCC|B°CC|value of an enumeration added|枚举新增值
enum-value-removed|N|BBB|CCP|value of an enumeration removed|枚举删除值
enum-value-renamed|X|BBB|B°CP|value of an enumeration renamed|枚举值改名
enum-introduced|N|BBB|CCP|enumeration introduced|引入枚举
enum-dropped|W|CCC|B°CC|enumeration dropped|取消枚举
enum-meaning-changed|E|PCC|PCC|value of an enumeration documented otherwise|枚举值的说明变更
min-length-tightened|N|BCB|CCP|min length raised|最小长度收紧
min-length-loosened|W|CCC|B°CC|min length lowered|最小长度放宽
max-length-tightened|N|BCB|CCP|max length lowered|最大长度收紧
max-length-loosened|W|CCC|B°CC|max length raised|最大长度放宽
total-digits-tightened|N|BCB|CCP|fewer digits|总位数收紧
total-digits-loosened|W|CCC|B°CC|more digits|总位数放宽
fraction-digits-tightened|N|BCB|CCP|fewer decimals|小数位数收紧
fraction-digits-loosened|W|CCC|B°CC|more decimals|小数位数放宽
range-tightened|N|BCB|CCP|range narrowed|取值范围收紧
range-loosened|W|CCC|B°CC|range widened|取值范围放宽
length-changed|X|BCB|B°CP|length changed|固定长度变更
pattern-tightened|N|BCB|CCP|pattern allows less|格式(pattern)收紧
pattern-loosened|W|CCC|B°CC|pattern allows more|格式(pattern)放宽
pattern-crossed|X|BCB|B°CP|pattern allows other texts|格式(pattern)交叉变更
pattern-undecided|X|BCB|B°CP|patterns that could not be compared|格式(pattern)无法比较
white-space-changed|E|PCP|PCP|white space processed otherwise|空白处理变更
explicit-timezone-tightened|N|BCB|CCP|time zone restricted|时区要求收紧
explicit-timezone-loosened|W|CCC|B°CC|time zone no longer restricted|时区要求放宽
assertion-added|N|BCB|CCP|assertion added|新增断言
assertion-removed|W|CCC|B°CC|assertion removed|删除断言
assertion-changed|X|BCB|B°CP|assertion changed|断言变更
alternative-changed|X|BBB|BBP|conditional types changed|条件类型变更
identity-constraint-added|N|BCB|CCP|identity constraint added|新增唯一性约束
identity-constraint-removed|W|CCC|B°CC|identity constraint removed|删除唯一性约束
type-renamed|E|CBC|CBC|type renamed|类型改名
type-anonymised|E|CBC|CBC|type lost its name|类型改为匿名
type-removed-unused|E|CBC|CBC|unused type removed|删除未用类型
global-element-removed-unused|E|CBC|CBC|unused global element removed|删除未用全局元素
type-named|E|CCC|CCC|type got a name|匿名类型获得名称
type-added-unused|E|CCC|CCC|type added, used by nothing before|新增类型(此前未用)
global-element-added-unused|E|CCC|CCC|global element added, used by nothing before|新增全局元素(此前未用)
element-ref-inlined|E|CCC|CCC|reference to an element written out|元素引用改为内联
derivation-path-changed|E|CCC|CCC|type derives from another one|类型派生路径变更
final-changed|E|CCC|CCC|final changed|final 变更
derived-type-added|W|CCC|B°BC|derived type added|新增派生类型
derived-type-removed|N|BBB|CBP|derived type removed|删除派生类型
substitution-member-added|W|CCC|BBC|substitution group has a new member|替换组新增成员
substitution-member-removed|N|BBB|CBP|substitution group lost a member|替换组删除成员
substitution-head-changed|X|BBB|BBP|element substitutes for another one|替换组头元素变更
abstract-added|N|BBB|CBP|became abstract|改为抽象
abstract-removed|W|CCC|BBC|no longer abstract|不再抽象
block-added|N|BBB|CBP|substitution blocked|禁止替换
block-removed|W|CCC|BBC|substitution no longer blocked|不再禁止替换
mixed-added|W|CBB|BBC|text between elements allowed|允许混合文本
mixed-removed|N|BBB|CBP|text between elements no longer allowed|不再允许混合文本
target-namespace-changed|X|BCC|BCP|target namespace changed|目标命名空间变更
element-form-changed|X|BCC|B°CP|elements qualified otherwise|元素限定方式变更
attribute-form-changed|X|BCC|B°CP|attributes qualified otherwise|属性限定方式变更
component-moved-namespace|X|BCC|BCP|component moved to another namespace|组件移至其他命名空间
redefine-changed|E|CCC|CCC|xs:redefine changed|xs:redefine 变更
override-changed|E|CCC|CCC|xs:override changed|xs:override 变更`;

const OTHER = `
documentation-changed|E|CCC|CCC|documentation changed|说明文字变更
deprecation-marked|E|CCC|CCC|marked as deprecated|标记为废弃
deprecation-unmarked|E|CCC|CCC|no longer marked as deprecated|取消废弃标记
documentation-contract-text|E|PCC|PCC|documentation states a rule|说明文字涉及约束
lexical-only|E|CCC|CCC|written otherwise, same contract|仅写法变更,约定不变
import-layout-changed|E|CCC|CCC|files divided otherwise|文件划分变更
notation-changed|E|CCC|CCC|notation changed|notation 变更
schema-version-attribute-changed|E|CCC|CCC|version attribute of a schema changed|schema 的 version 属性变更
schema-language-raised|E|PCC|PCC|constructs of XSD 1.1 appear|出现 XSD 1.1 结构
signed-part-changed|-|PCC|PCC|inside a signed part|位于签名范围内
unclassified-change|-|BBB|BBB|a change without a rule|未归类变更`;

function cellsOf(text: string): Cells {
  const [wire = "-", types = "-", validation = "-"] = text.match(/B°|[BPC-]/g) ?? [];
  return { wire: wire as Letter, types: types as Letter, validation: validation as Letter };
}

function rulesOf(area: ChangeRule["area"], table: string): ChangeRule[] {
  return table
    .trim()
    .split("\n")
    .map((line) => {
      const [id = "", move = "-", sent = "", read = "", title = "", titleZh = ""] = line.split("|");
      return {
        id,
        area,
        move: move === "-" ? null : (move as Move),
        sent: cellsOf(sent),
        read: cellsOf(read),
        title,
        titleZh,
      };
    });
}

/** Every kind of change, in the order of the contract. */
export const CHANGE_RULES: readonly ChangeRule[] = [
  ...rulesOf("wsdl", WSDL),
  ...rulesOf("message", MESSAGE),
  ...rulesOf("schema", SCHEMA),
  ...rulesOf("other", OTHER),
];

const byId = new Map(CHANGE_RULES.map((r) => [r.id, r]));

/** The rule of an id. @throws RangeError for an unknown one. */
export function changeRule(id: string): ChangeRule {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`there is no change id ${id}`);
  return found;
}

/** Two moves, one after the other or side by side. */
export function joinMoves(a: Move, b: Move): Move {
  if (a === b || b === "E") return a;
  return a === "E" ? b : "X";
}

/** Whether `move` may be called `by`: nothing that happened is left out. */
export function covers(by: Move, move: Move): boolean {
  return joinMoves(by, move) === by;
}

/**
 * What a change of this kind can have done. A default makes the empty element valid where the type has no empty text.
 */
export function possibleMove(id: string, computed: Move): Move {
  const { move } = changeRule(id);
  if (id === "default-added") return covers(computed, "W") ? "W" : "E";
  if (id === "default-removed") return covers(computed, "N") ? "N" : "E";
  if (id === "white-space-changed") return computed;
  // So does a fixed value, which at the same time forbids all others.
  if ((id === "fixed-introduced" || id === "fixed-dropped") && computed === "X") return "X";
  return move ?? computed;
}
