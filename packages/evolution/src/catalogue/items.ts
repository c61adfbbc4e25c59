/** What a line of a changelog says about a kind of change, behind the path of the component. */
export interface CatalogueItem {
  readonly id: string;
  /** With the placeholders `{old}` and `{new}`, the same ones in both languages. */
  readonly textZh: string;
  readonly text: string;
  /** What the application that sends has to do, as the end of "upgrade and …"; empty when nothing. */
  readonly sentZh: string;
  readonly sent: string;
  /** What the application that reads has to do. */
  readonly readZh: string;
  readonly read: string;
}

/** One line an id: text, what a sender does, what a reader does, each in Chinese and English. */
const ITEMS = `
service-added|新增服务 {new}|service {new} added|||提供该服务|host the service
service-removed|删除服务 {old}|service {old} removed|不再调用该服务|stop calling it|停用该服务|stop hosting it
service-renamed|服务改名 {old} → {new}|service renamed {old} → {new}|改用新的导出名|use the new exported name|改用新的导出名|use the new exported name
port-type-renamed|端口类型改名 {old} → {new}|port type renamed {old} → {new}|改用新的导出名|use the new exported name|改用新的导出名|use the new exported name
port-renamed|端口改名 {old} → {new}|port renamed {old} → {new}||||
binding-renamed|绑定改名 {old} → {new}|binding renamed {old} → {new}||||
message-renamed|消息改名 {old} → {new}|message renamed {old} → {new}||||
document-part-renamed|文档式消息的部件改名 {old} → {new}|part of a document message renamed {old} → {new}||||
port-added|新增端口 {new}|port {new} added|||提供该端口|host the port
port-removed|删除端口 {old}|port {old} removed|改用其他端口|use another port|停用该端口|stop hosting it
endpoint-changed|地址 {old} → {new}|address {old} → {new}|核对配置中的地址|check the configured address|核对配置中的地址|check the configured address
transport-changed|传输方式 {old} → {new}|transport {old} → {new}|改用新的传输方式|use the new transport|改用新的传输方式|serve the new transport
soap-version-changed|SOAP 版本 {old} → {new}|SOAP version {old} → {new}|改用新的 SOAP 版本|use the new SOAP version|接受新的 SOAP 版本|accept the new SOAP version
style-changed|绑定风格 {old} → {new}|binding style {old} → {new}|改用新的报文结构|use the new message structure|改用新的报文结构|read the new message structure
use-changed|编码方式(use) {old} → {new}|use {old} → {new}|改用新的编码方式|use the new encoding|改用新的编码方式|read the new encoding
soap-action-changed|SOAPAction {old} → {new}|SOAP action {old} → {new}|核对自行设置的 SOAPAction|check any action set by hand|核对按 SOAPAction 的路由|check routing by action
operation-added|新增操作 {new}|operation {new} added|||为该操作提供处理函数|provide a handler for it
operation-removed|删除操作 {old}|operation {old} removed|不再调用该操作|stop calling it|删除其处理函数|remove its handler
operation-renamed|操作改名 {old} → {new}|operation renamed {old} → {new}|改用新的方法名|use the new method name|改用新的处理函数名|use the new handler name
operation-moved|操作移至其他端口类型 {old} → {new}|operation moved to another port type {old} → {new}|改用新的服务对象,并核对地址|use the new service and check the address|改用新的服务对象,并核对地址|use the new service and check the address
operation-overloaded|操作重名 {new}|operation {new} declared twice|请对方改名,本工具不支持重名操作|ask the peer to rename it: overloaded operations are not supported|请对方改名,本工具不支持重名操作|ask the peer to rename it: overloaded operations are not supported
mep-changed|消息交换模式 {old} → {new}|message exchange pattern {old} → {new}|调整对应答的处理|adapt the handling of answers|调整对应答的处理|adapt the handling of answers
parameter-order-changed|参数顺序 {old} → {new}|order of parameters {old} → {new}||||
wsdl-namespace-changed|WSDL 命名空间 {old} → {new}|namespace of the WSDL {old} → {new}||||
rpc-namespace-changed|RPC 包装元素命名空间 {old} → {new}|namespace of the rpc wrapper {old} → {new}||||
policy-required-added|新增必须遵守的策略 {new}|required policy {new} added|满足该策略|meet the policy|满足该策略|meet the policy
policy-required-removed|删除必须遵守的策略 {old}|required policy {old} removed|与对方确认可否停用|agree with the peer on dropping it|与对方确认可否停用|agree with the peer on dropping it
policy-optional-changed|可选策略 {old} → {new}|optional policy {old} → {new}|确认是否采用|decide whether to use it|确认是否采用|decide whether to use it
extension-optional-changed|可选扩展 {old} → {new}|optional extension {old} → {new}|确认是否采用|decide whether to use it|确认是否采用|decide whether to use it
extension-required-added|新增必须支持的扩展 {new}|required extension {new} added|支持该扩展|support the extension|支持该扩展|support the extension
rpc-part-added|新增 RPC 部件 {new}|rpc part {new} added|提供该参数|give the parameter|改读新的部件|read the new parts
rpc-part-removed|删除 RPC 部件 {old}|rpc part {old} removed|不再提供该参数|stop giving the parameter|不再读取该部件|stop reading the part
rpc-part-renamed|RPC 部件改名 {old} → {new}|rpc part renamed {old} → {new}|改用新参数名|use the new parameter name|改读新部件名|read the new part name
rpc-part-reordered|RPC 部件顺序 {old} → {new}|order of rpc parts {old} → {new}||||
root-element-changed|根元素 {old} → {new}|root element {old} → {new}||||
part-kind-changed|部件所指 {old} → {new}|part refers to {old} → {new}|改用新的报文结构|use the new message structure|改读新的报文结构|read the new message structure
body-parts-changed|正文部件 {old} → {new}|parts of the body {old} → {new}|改用新的报文结构|use the new message structure|改读新的报文结构|read the new message structure
payload-encoding-changed|负载承载方式 {old} → {new}|carrier of the payload {old} → {new}||||
payload-root-remapped|负载根元素改指 {old} → {new}|payload root {old} → {new}|改用新的负载类型|use the new payload type|改读新的负载类型|read the new payload type
header-added|新增消息头 {new}|header {new} added|提供该消息头|give the header|确认是否需要读取|decide whether to read it
header-removed|删除消息头 {old}|header {old} removed|不再提供该消息头|stop giving the header|不再依赖该消息头|stop relying on the header
fault-added|新增错误 {new}|fault {new} added|||在穷举处理中加入该错误|add it to exhaustive fault handling
fault-removed|删除错误 {old}|fault {old} removed|不再返回该错误|stop answering with it|删除对该错误的处理|remove its handling
attachment-added|新增附件 {new}|attachment {new} added|提供该附件|give the attachment|接收该附件|take the attachment
attachment-removed|删除附件 {old}|attachment {old} removed|不再提供该附件|stop giving the attachment|不再依赖该附件|stop relying on the attachment
attachment-type-changed|附件类型 {old} → {new}|content type of the attachment {old} → {new}|改用新的附件类型|send the new content type|接受新的附件类型|accept the new content type
element-required-added|新增必填元素|required element added|填写该元素|fill it in|在自造的读取对象中补上该字段|add the field to read objects made by hand
element-optional-added|新增选填元素|optional element added||||
element-required-removed|删除必填元素|required element removed|不再填写该元素|stop filling it in|不再依赖该字段|stop relying on the field
element-optional-removed|删除选填元素|optional element removed|不再填写该元素|stop filling it in|不再读取该字段|stop reading the field
element-renamed|元素改名 {old} → {new}|element renamed {old} → {new}|改用新字段名|use the new field name|改读新字段名|read the new field name
element-moved|元素移动 {old} → {new}|element moved {old} → {new}|在新位置填写|fill it in at the new place|从新位置读取|read it from the new place
element-reordered|元素顺序 {old} → {new}|order of elements {old} → {new}||||
element-made-required|选填改为必填|optional → required|始终填写该元素|always fill it in|在自造的读取对象中补上该字段|add the field to read objects made by hand
element-made-optional|必填改为选填|required → optional|||处理该字段缺失的情况|handle its absence
min-occurs-raised|最少出现次数 {old} → {new}|lower bound of occurrences {old} → {new}|提供足够的项数|give enough of them||
min-occurs-lowered|最少出现次数 {old} → {new}|lower bound of occurrences {old} → {new}||||
max-occurs-one-to-many|由单个变为多个(最多 {old} → {new})|may repeat (at most {old} → {new})|改为传入数组|pass an array|改为读取数组|read an array
max-occurs-many-to-one|由多个变为单个(最多 {old} → {new})|may not repeat any more (at most {old} → {new})|只传一个值|pass one value|改为读取单个值|read one value
max-occurs-raised|最多出现次数 {old} → {new}|upper bound of occurrences {old} → {new}|||确认能容纳更多的项|check that more of them fit
max-occurs-lowered|最多出现次数 {old} → {new}|upper bound of occurrences {old} → {new}|减少项数|send fewer of them||
nillable-added|可为 nil:{old} → {new}|nillable: {old} → {new}|||处理 null|handle null
nillable-removed|可为 nil:{old} → {new}|nillable: {old} → {new}|不再传 null|stop passing null||
default-added|新增默认值 {new}|default {new} added|确认空元素的含义|check what an empty element means|确认空元素的含义|check what an empty element means
default-changed|默认值 {old} → {new}|default {old} → {new}|确认空元素的含义|check what an empty element means|确认空元素的含义|check what an empty element means
default-removed|删除默认值 {old}|default {old} removed|确认空元素的含义|check what an empty element means|确认空元素的含义|check what an empty element means
fixed-introduced|值固定为 {new}|value fixed to {new}|改传该固定值|send the fixed value||
fixed-dropped|值不再固定为 {old}|value no longer fixed to {old}|||处理其他取值|handle other values
fixed-changed|固定值 {old} → {new}|fixed value {old} → {new}|改传新的固定值|send the new fixed value|改按新的固定值判断|test for the new fixed value
sequence-to-all|不再要求顺序({old} → {new})|order no longer matters ({old} → {new})||||
all-to-sequence|改为要求顺序({old} → {new})|order matters now ({old} → {new})||||
sequence-to-choice|顺序组改为选择组({old} → {new})|sequence became a choice ({old} → {new})|只填其中一项|fill in one of them|按其中一项处理|handle one of them
choice-to-sequence|选择组改为顺序组({old} → {new})|choice became a sequence ({old} → {new})|填写全部各项|fill in all of them|读取全部各项|read all of them
choice-branch-added|选择组新增分支|branch of the choice added|||处理新分支|handle the new branch
choice-branch-removed|选择组删除分支|branch of the choice removed|不再使用该分支|stop using the branch|删除对该分支的处理|remove its handling
choice-dissolved|选择组拆为选填元素({old} → {new})|choice became optional elements ({old} → {new})|||处理各项同时出现或都不出现的情况|handle several or none of them
choice-formed|选填元素合为选择组({old} → {new})|optional elements became a choice ({old} → {new})|只填其中一项|fill in one of them||
group-repeat-added|元素组可重复(最多 {old} → {new})|group may repeat (at most {old} → {new})|改为传入数组|pass an array|改为读取数组|read an array
group-repeat-removed|元素组不可再重复(最多 {old} → {new})|group may not repeat any more (at most {old} → {new})|只传一组|pass one group|改为读取单组|read one group
group-made-optional|元素组由必填改为选填(至少 {old} → {new})|group became optional (at least {old} → {new})|||处理整组缺失的情况|handle the absence of the group
group-made-required|元素组由选填改为必填(至少 {old} → {new})|group became required (at least {old} → {new})|始终填写该组|always fill in the group||
co-occurrence-loosened|元素间的同现约束放宽({old} → {new})|elements depend less on each other ({old} → {new})|||处理部分缺失的情况|handle the absence of some
co-occurrence-tightened|元素间的同现约束收紧({old} → {new})|elements depend more on each other ({old} → {new})|同时填写这些元素|fill them in together||
all-occurs-loosened|xs:all 成员出现次数 {old} → {new}|occurrences within xs:all {old} → {new}|||处理新的出现次数|handle the new number of them
all-occurs-tightened|xs:all 成员出现次数 {old} → {new}|occurrences within xs:all {old} → {new}|遵守新的出现次数|keep to the new number of them||
group-nesting-changed|元素组嵌套 {old} → {new}|nesting of groups {old} → {new}||||
group-extracted|提取为具名元素组 {new}|group became the named group {new}||||
group-inlined|具名元素组 {old} 内联|named group {old} written out||||
choice-branch-reordered|选择组分支顺序 {old} → {new}|order of branches {old} → {new}||||
any-added|新增元素通配 {new}|wildcard {new} for elements added||||
any-removed|删除元素通配 {old}|wildcard {old} for elements removed|不再附带扩展元素|stop sending extension elements|不再读取扩展元素|stop reading extension elements
any-attribute-added|新增属性通配 {new}|wildcard {new} for attributes added||||
any-attribute-removed|删除属性通配 {old}|wildcard {old} for attributes removed|不再附带扩展属性|stop sending extension attributes|不再读取扩展属性|stop reading extension attributes
any-namespace-widened|通配命名空间 {old} → {new}|namespaces of the wildcard {old} → {new}||||
any-namespace-narrowed|通配命名空间 {old} → {new}|namespaces of the wildcard {old} → {new}|只附带允许的命名空间|send allowed namespaces only||
any-process-loosened|通配内容检查 {old} → {new}|check of wildcard content {old} → {new}||||
any-process-tightened|通配内容检查 {old} → {new}|check of wildcard content {old} → {new}|只附带有声明的元素|send declared elements only||
any-became-element|通配改为具体元素 {new}|wildcard became the element {new}|改填该元素|fill in the element|改读该元素|read the element instead
open-content-added|新增开放内容 {new}|open content {new} added||||
open-content-removed|删除开放内容 {old}|open content {old} removed|不再附带扩展元素|stop sending extension elements|不再读取扩展元素|stop reading extension elements
attribute-optional-added|新增选填属性|optional attribute added||||
attribute-optional-removed|删除选填属性|optional attribute removed|不再填写该属性|stop filling it in|不再读取该属性|stop reading it
attribute-required-added|新增必填属性|required attribute added|填写该属性|fill it in|在自造的读取对象中补上该属性|add it to read objects made by hand
attribute-required-removed|删除必填属性|required attribute removed|不再填写该属性|stop filling it in|不再依赖该属性|stop relying on it
attribute-made-required|属性 {old} → {new}|attribute {old} → {new}|始终填写该属性|always fill it in|在自造的读取对象中补上该属性|add it to read objects made by hand
attribute-made-optional|属性 {old} → {new}|attribute {old} → {new}|||处理该属性缺失的情况|handle its absence
attribute-renamed|属性改名 {old} → {new}|attribute renamed {old} → {new}|改用新属性名|use the new name|改读新属性名|read the new name
attribute-default-added|属性新增默认值 {new}|attribute got the default {new}|确认省略该属性的含义|check what leaving it out means|在自造的读取对象中补上该属性|add it to read objects made by hand
attribute-default-changed|属性默认值 {old} → {new}|default of the attribute {old} → {new}|确认省略该属性的含义|check what leaving it out means|确认省略该属性的含义|check what its absence means
attribute-default-removed|属性删除默认值 {old}|attribute lost the default {old}|确认省略该属性的含义|check what leaving it out means|处理该属性缺失的情况|handle its absence
attribute-to-element|属性改为元素 {old} → {new}|attribute became an element {old} → {new}||||
element-to-attribute|元素改为属性 {old} → {new}|element became an attribute {old} → {new}||||
attribute-group-refactored|属性组写法 {old} → {new}|attribute groups written otherwise {old} → {new}||||
attribute-inheritable-changed|属性的可继承性变更|inheritable changed|||确认其下各级的条件类型|check conditional types below it
type-widened|类型 {old} → {new}|type {old} → {new}|||确认存储能容纳新的取值|check that storage takes the new values
type-narrowed|类型 {old} → {new}|type {old} → {new}|只传新类型允许的值|send only what the new type allows||
type-widened-remapped|类型 {old} → {new}(TypeScript 类型也变)|type {old} → {new} (another TypeScript type)|改传新的 TypeScript 类型|pass the new TypeScript type|改读新的 TypeScript 类型|read the new TypeScript type
type-narrowed-remapped|类型 {old} → {new}(TypeScript 类型也变)|type {old} → {new} (another TypeScript type)|改传新的 TypeScript 类型,且只传允许的值|pass the new TypeScript type and allowed values only|改读新的 TypeScript 类型|read the new TypeScript type
type-replaced|类型替换 {old} → {new}|type replaced {old} → {new}|改按新类型书写该值|write the value in the new type|改按新类型读取该值|read the value in the new type
type-normalisation-changed|值的空白处理 {old} → {new}|white space of the value {old} → {new}|确认值中的空白|check white space in the value|确认值中的空白|check white space in the value
type-became-list|值改为列表 {old} → {new}|value became a list {old} → {new}|改为传入数组|pass an array|改为读取数组|read an array
type-no-longer-list|值不再是列表 {old} → {new}|value is no list any more {old} → {new}|只传一个值|pass one value|改为读取单个值|read one value
union-member-added|联合类型新增成员 {new}|union got the member {new}|||处理新成员的值|handle values of the new member
union-member-removed|联合类型删除成员 {old}|union lost the member {old}|不再传该成员的值|stop sending values of the member|删除对该成员的处理|remove its handling
union-member-reordered|联合类型成员顺序 {old} → {new}|order of union members {old} → {new}|确认同形的值归哪个成员|check which member takes a text|确认同形的值归哪个成员|check which member takes a text
type-became-complex|简单类型改为带属性的类型 {old} → {new}|text became text with attributes {old} → {new}|改传对象|pass an object|改读对象|read an object
type-became-simple|带属性的类型改为简单类型 {old} → {new}|text with attributes became text {old} → {new}|改传文本|pass the text|改读文本|read the text
enum-value-added|枚举新增值 {new}|enumeration got the value {new}|||处理新值|handle the new value
enum-value-removed|枚举删除值 {old}|enumeration lost the value {old}|不再传该值|stop sending it||
enum-value-renamed|枚举值 {old} → {new}|enumeration value {old} → {new}|改传新值|send the new value|改按新值判断|test for the new value
enum-introduced|引入枚举 {new}|enumeration introduced: {new}|只传枚举中的值|send listed values only||
enum-dropped|取消枚举 {old}|enumeration dropped: {old}|||处理枚举之外的值|handle other values
enum-meaning-changed|枚举值的说明 {old} → {new}|meaning of a value {old} → {new}|按新说明核对该值的用法|check the use of the value|按新说明核对该值的用法|check the use of the value
min-length-tightened|最小长度 {old} → {new}|min length {old} → {new}|补足该值的长度|lengthen the value||
min-length-loosened|最小长度 {old} → {new}|min length {old} → {new}|||处理更短的值|handle shorter values
max-length-tightened|最大长度 {old} → {new}|max length {old} → {new}|缩短该值|shorten the value||
max-length-loosened|最大长度 {old} → {new}|max length {old} → {new}|||确认存储列能容纳更长的值|check that columns take longer values
total-digits-tightened|总位数 {old} → {new}|total digits {old} → {new}|减少位数|send fewer digits||
total-digits-loosened|总位数 {old} → {new}|total digits {old} → {new}|||确认存储列能容纳更多位数|check that columns take more digits
fraction-digits-tightened|小数位数 {old} → {new}|decimals {old} → {new}|减少小数位数|send fewer decimals||
fraction-digits-loosened|小数位数 {old} → {new}|decimals {old} → {new}|||确认存储列能容纳更多小数|check that columns take more decimals
range-tightened|取值范围 {old} → {new}|range {old} → {new}|只传范围内的值|keep the value in range||
range-loosened|取值范围 {old} → {new}|range {old} → {new}|||处理范围之外的旧假设|handle values outside the old range
length-changed|固定长度 {old} → {new}|length {old} → {new}|改为新的长度|use the new length|确认存储列能容纳新的长度|check that columns take the new length
pattern-tightened|格式(pattern) {old} → {new}|pattern {old} → {new}|按新格式书写该值|write the value by the new pattern||
pattern-loosened|格式(pattern) {old} → {new}|pattern {old} → {new}|||处理新格式的值|handle values of the new pattern
pattern-crossed|格式(pattern) {old} → {new}|pattern {old} → {new}|按新格式书写该值|write the value by the new pattern|处理新格式的值|handle values of the new pattern
pattern-undecided|格式(pattern) {old} → {new},无法比较|pattern {old} → {new}, not comparable|人工核对两种格式|compare both patterns by hand|人工核对两种格式|compare both patterns by hand
white-space-changed|空白处理 {old} → {new}|white space {old} → {new}|确认值中的空白|check white space in the value|确认值中的空白|check white space in the value
explicit-timezone-tightened|时区 {old} → {new}|time zone {old} → {new}|按要求写或不写时区|write the time zone as demanded||
explicit-timezone-loosened|时区 {old} → {new}|time zone {old} → {new}|||处理有无时区两种写法|handle both forms
assertion-added|新增断言 {new}|assertion {new} added|满足该断言|meet the assertion||
assertion-removed|删除断言 {old}|assertion {old} removed|||不再依赖该断言|stop relying on it
assertion-changed|断言 {old} → {new}|assertion {old} → {new}|满足新断言|meet the new assertion|按新断言核对|check against the new assertion
alternative-changed|条件类型 {old} → {new}|conditional types {old} → {new}|改用新的条件类型|use the new conditional types|改读新的条件类型|read the new conditional types
identity-constraint-added|新增唯一性约束 {new}|identity constraint {new} added|保证值唯一或引用有效|keep values unique and references valid||
identity-constraint-removed|删除唯一性约束 {old}|identity constraint {old} removed|||不再依赖值的唯一性|stop relying on uniqueness
type-renamed|类型改名 {old} → {new}|type renamed {old} → {new}|改用新的类型名|import the new type name|改用新的类型名|import the new type name
type-anonymised|类型 {old} 改为匿名|type {old} lost its name|不再引用该类型名|stop importing the type|不再引用该类型名|stop importing the type
type-removed-unused|删除未用类型|unused type removed|不再引用该类型名|stop importing the type|不再引用该类型名|stop importing the type
global-element-removed-unused|删除未用全局元素|unused global element removed|不再引用该元素|stop importing it|不再引用该元素|stop importing it
type-named|匿名类型获得名称 {new}|type got the name {new}||||
type-added-unused|新增类型(此前未用)|type added, used by nothing before||||
global-element-added-unused|新增全局元素(此前未用)|global element added, used by nothing before||||
element-ref-inlined|元素声明位置 {old} → {new}|declaration of the element {old} → {new}||||
derivation-path-changed|派生路径 {old} → {new}|derivation {old} → {new}||||
final-changed|final {old} → {new}|final {old} → {new}||||
derived-type-added|新增派生类型 {new}|derived type {new} added|||处理该派生类型|handle the derived type
derived-type-removed|删除派生类型 {old}|derived type {old} removed|不再传该派生类型|stop sending it|删除对该派生类型的处理|remove its handling
substitution-member-added|替换组新增成员 {new}|substitution group got the member {new}|||处理该成员|handle the member
substitution-member-removed|替换组删除成员 {old}|substitution group lost the member {old}|不再传该成员|stop sending it|删除对该成员的处理|remove its handling
substitution-head-changed|替换组头元素 {old} → {new}|head of the substitution group {old} → {new}|只在新头元素处使用它|use it in place of the new head only|改在新头元素处读取它|read it in place of the new head
abstract-added|改为抽象|became abstract|改传具体类型或成员|send a concrete type or member|删除对其自身的处理|remove the handling of itself
abstract-removed|不再抽象|no longer abstract|||处理其自身|handle itself
block-added|禁止替换 {old} → {new}|block {old} → {new}|不再传被禁止的替换|stop sending what is blocked|删除对替换的处理|remove the handling of substitutes
block-removed|禁止替换 {old} → {new}|block {old} → {new}|||处理可能到来的替换|handle substitutes that may come
mixed-added|允许元素间文本|text between elements allowed|改为按顺序传入节点列表|pass a list of nodes in order|改为读取节点列表|read a list of nodes
mixed-removed|不再允许元素间文本|text between elements no longer allowed|不再写元素间文本|stop writing text between elements|不再读取元素间文本|stop reading text between elements
target-namespace-changed|目标命名空间 {old} → {new}|target namespace {old} → {new}||||
element-form-changed|元素限定方式 {old} → {new}|form of elements {old} → {new}||||
attribute-form-changed|属性限定方式 {old} → {new}|form of attributes {old} → {new}||||
component-moved-namespace|移至其他命名空间 {old} → {new}|moved to another namespace {old} → {new}||||
redefine-changed|xs:redefine {old} → {new}|xs:redefine {old} → {new}||||
override-changed|xs:override {old} → {new}|xs:override {old} → {new}||||
documentation-changed|说明文字 {old} → {new}|documentation {old} → {new}||||
deprecation-marked|标记为废弃:{new}|marked as deprecated: {new}|安排替代|plan its replacement|安排替代|plan its replacement
deprecation-unmarked|取消废弃标记:{new}|no longer marked as deprecated: {new}||||
documentation-contract-text|说明中的约束 {old} → {new}|rule in the documentation {old} → {new}|人工核对该约束|check the rule by hand|人工核对该约束|check the rule by hand
lexical-only|仅写法变更,约定不变|written otherwise, same contract||||
import-layout-changed|文件划分 {old} → {new}|division into files {old} → {new}||||
notation-changed|notation {old} → {new}|notation {old} → {new}||||
schema-version-attribute-changed|schema 的 version 属性 {old} → {new}|version attribute of the schema {old} → {new}||||
schema-language-raised|schema 语言 {old} → {new}|schema language {old} → {new}|确认对方的校验器支持|check that the peer's validator knows it|确认对方的校验器支持|check that the peer's validator knows it
signed-part-changed|位于签名范围内({new})|inside a signed part ({new})|双方同时更新签名的输入|update what is signed on both sides|双方同时更新签名的输入|update what is signed on both sides
unclassified-change|未归类变更|a change without a rule|人工核对|check it by hand|人工核对|check it by hand`;

function itemOf(line: string): CatalogueItem {
  const [id = "", textZh = "", text = "", sentZh = "", sent = "", readZh = "", read = ""] = line.split("|");
  return { id, textZh, text, sentZh, sent, readZh, read };
}

const byId: ReadonlyMap<string, CatalogueItem> = new Map(
  ITEMS.trim()
    .split("\n")
    .map((line) => [line.slice(0, line.indexOf("|")), itemOf(line)]),
);

/** What a changelog says about an id. @throws RangeError for an unknown one. */
export function catalogueItem(id: string): CatalogueItem {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`there is no text for the change id ${id}`);
  return found;
}
