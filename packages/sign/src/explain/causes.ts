/** A usual mistake that `explain` recognises. Ids are API. */
export type CauseId =
  | "signature-missing"
  | "message-incomplete"
  | "signature-transport"
  | "letter-case"
  | "output-encoding"
  | "trailing-newline"
  | "bom"
  | "line-ends"
  | "body-whitespace"
  | "trimmed-values"
  | "xml-declaration"
  | "empty-element"
  | "cdata"
  | "escaping"
  | "attribute-form"
  | "body-form"
  | "wrong-part"
  | "charset"
  | "four-byte-character"
  | "sign-included"
  | "sign-type"
  | "field-order"
  | "empty-fields"
  | "key-suffix"
  | "key-line-end"
  | "key-bom"
  | "key-decoding"
  | "key-case"
  | "timestamp-format"
  | "timestamp-drift"
  | "url-encoding"
  | "field-list"
  | "wrong-profile"
  | "pair-form"
  | "name-case"
  | "digest"
  | "hmac-arguments";

/** The texts of a mistake. */
export interface CauseText {
  /** Stable number for documentation and support. */
  readonly ruleId: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly adviceZh: string;
  readonly adviceEn: string;
}

function cause(ruleId: string, titleZh: string, titleEn: string, adviceZh: string, adviceEn: string): CauseText {
  return { ruleId, titleZh, titleEn, adviceZh, adviceEn };
}

/** Every mistake with its rule number, name and advice. */
export const CAUSES: Readonly<Record<CauseId, CauseText>> = {
  "signature-missing": cause(
    "SIGN-X01",
    "缺少签名",
    "signature missing",
    "报文没有签名值：请先签名再发送，并检查签名字段名或 HTTP 头名。",
    "The message carries no signature: sign before sending, and check the name of the field or header.",
  ),
  "message-incomplete": cause(
    "SIGN-X02",
    "缺少待签名内容",
    "signed part absent",
    "方案要求签名的字段或消息体不存在，或同名字段出现两次：请检查报文头。",
    "A field or the body that the profile signs is absent, or a field stands twice: check the head.",
  ),
  "signature-transport": cause(
    "SIGN-X03",
    "签名值在传输中被改写",
    "signature changed in transit",
    "签名值多了空白、引号或百分号编码，或 + 变成了空格：请原样传送签名值。",
    "The signature gained white space, quotes or percent-encoding, or + became a space: send it unchanged.",
  ),
  "letter-case": cause(
    "SIGN-X04",
    "签名十六进制大小写不同",
    "letter case of the hex signature",
    "签名正确，只是十六进制大小写不同：请按方案改为大写或小写。",
    "The signature is right but written in the other letter case: change the case as the profile says.",
  ),
  "output-encoding": cause(
    "SIGN-X05",
    "签名编码方式不同",
    "output encoding",
    "摘要正确，但编码方式不同（十六进制、base64、base64url 等）：请改用方案规定的编码。",
    "The digest is right but written in another encoding (hex, base64, base64url …): use the profile's encoding.",
  ),
  "trailing-newline": cause(
    "SIGN-X06",
    "首尾多或少一个换行",
    "newline at the start or end",
    "签名时的文本比发送的多（或少）一个首尾换行：请对发送的同一字符串签名。",
    "The signed text has one line end more (or less) at its start or end than the sent one: sign the very string you send.",
  ),
  bom: cause(
    "SIGN-X07",
    "BOM 参与了签名",
    "byte order mark",
    "待签名文本以 BOM（U+FEFF）开头：请用无 BOM 的 UTF-8，或在签名前去掉。",
    "A byte order mark (U+FEFF) was signed, or dropped after signing: write UTF-8 without BOM.",
  ),
  "line-ends": cause(
    "SIGN-X08",
    "换行符不同",
    "line ends",
    "签名与发送的换行符不同（CRLF、LF、&#13; 等）：XML 解析会把 CRLF 变成 LF，请统一用 LF 后再签名。",
    "Signed and sent line ends differ (CRLF, LF, &#13; …): XML parsers turn CRLF into LF, so use LF before signing.",
  ),
  "body-whitespace": cause(
    "SIGN-X09",
    "缩进或标签间空白改变",
    "white space or indentation",
    "签名后消息体被重新缩进或压缩：请对最终发送的文本签名，之后不要再格式化。",
    "The body was indented or compacted after signing: sign the final text and do not format it again.",
  ),
  "trimmed-values": cause(
    "SIGN-X10",
    "值的首尾空格被去掉",
    "values trimmed",
    "某个值首尾的空格在签名与发送之间被去掉或保留：请在签名前统一去空格。",
    "A value's leading or trailing space was dropped or kept between signing and sending: trim before signing.",
  ),
  "xml-declaration": cause(
    "SIGN-X11",
    "XML 声明参与了签名",
    "XML declaration",
    "签名文本多（或少）了 <?xml …?> 声明：请按方案只签元素本身。",
    "The <?xml …?> declaration was signed, or dropped after signing: sign the element alone.",
  ),
  "empty-element": cause(
    "SIGN-X12",
    "空元素写法不同",
    "form of empty elements",
    "空元素写成 <a/> 与 <a></a> 的字节不同：请签名与发送时用同一写法。",
    "An empty element was <a/> in one place and <a></a> in the other: use one form for signing and sending.",
  ),
  cdata: cause(
    "SIGN-X13",
    "CDATA 与转义不一致",
    "CDATA or escaping",
    "签名时与发送时一处用 CDATA、另一处用转义：请对解开一层之后的文本签名，元素内部写法保持一致。",
    "CDATA stands in one place and escaped text in the other: sign the text after one un-escaping and keep one form inside.",
  ),
  escaping: cause(
    "SIGN-X14",
    "转义次数不一致",
    "escaped once too often or too seldom",
    "& < > 或引号多转义或少转义了一次：先拼好内层 XML 并签名，再整体转义一次。",
    "& < > or quotes were escaped once too often or too seldom: build the inner XML, sign it, then escape it once.",
  ),
  "attribute-form": cause(
    "SIGN-X15",
    "属性顺序、引号或命名空间声明不同",
    "attribute order, quotes or namespace declarations",
    "签名后属性顺序、引号或命名空间声明被改写：请对序列化后的最终文本签名。",
    "Attribute order, quotes or namespace declarations changed after signing: sign the final serialised text.",
  ),
  "body-form": cause(
    "SIGN-X16",
    "消息体形式不同",
    "form of the body",
    "消息体以另一种形式签名（C14N、base64、去注释、摘要等）：请使用方案的 bodyForm。",
    "The body was signed in another form (C14N, base64, without comments, as a digest …): use the profile's bodyForm.",
  ),
  "wrong-part": cause(
    "SIGN-X17",
    "签错了报文部分",
    "wrong part signed",
    "签名覆盖的部分不对（只签了 Body 内容、整个报文或只签了报文头）：请签方案规定的部分。",
    "Another part was signed (content of Body without its tags, the whole payload, or the head alone): sign the part the profile names.",
  ),
  charset: cause(
    "SIGN-X18",
    "字符集不同",
    "charset",
    "签名时的字符集与方案不同（UTF-8、GBK 等）：请显式指定字符集取字节，不要用系统默认值。",
    "The string was turned into bytes in another charset (UTF-8, GBK …): name the charset, never rely on the system default.",
  ),
  "four-byte-character": cause(
    "SIGN-X19",
    "四字节字符处理不同",
    "four-byte character",
    "四字节字符（如 emoji、生僻字）被丢弃、替换或按 CESU-8 编码：请使用标准 UTF-8，或不发送此类字符。",
    "A four-byte character was dropped, replaced or written as CESU-8: use real UTF-8 or avoid such characters.",
  ),
  "sign-included": cause(
    "SIGN-X20",
    "签名字段参与了签名",
    "signature field included",
    "sign 字段自身被计入待签名字符串：请先去掉 sign 再拼接。",
    "The sign field itself was counted in: remove it before joining.",
  ),
  "sign-type": cause(
    "SIGN-X21",
    "signType 计入与否不同",
    "signType included or not",
    "signType 字段是否参与签名与方案不同：请核对 excludeSignType。",
    "signType was included or left out against the profile: check excludeSignType.",
  ),
  "field-order": cause(
    "SIGN-X22",
    "字段顺序不同",
    "field order",
    "字段顺序不对：请按方案排序（字节序、区分大小写）或按规定顺序。",
    "The fields stand in another order: sort by byte order (case-sensitive), or use the order the profile lists.",
  ),
  "empty-fields": cause(
    "SIGN-X23",
    "空字段处理不同",
    "empty fields kept or dropped",
    "空值字段保留或剔除与方案不同（含 null 文本、空元素）：请核对 empty 设置。",
    "Empty fields (or elements, or the text null) were kept or dropped against the profile: check its empty setting.",
  ),
  "key-suffix": cause(
    "SIGN-X24",
    "密钥后缀缺失或多余",
    "key suffix missing or added",
    "字符串末尾的 &key=密钥 缺失、多余或写法不同：请核对 keySuffix。",
    "The &key=… at the end is missing, superfluous or written differently: check keySuffix.",
  ),
  "key-line-end": cause(
    "SIGN-X25",
    "密钥带有换行或空白",
    "line end or space in the key",
    "密钥文件末尾的换行或空格被当作密钥：读取后请去掉。",
    "A line end or space of the key file was taken as part of the key: strip it after reading.",
  ),
  "key-bom": cause(
    "SIGN-X26",
    "密钥带有 BOM",
    "byte order mark in the key",
    "密钥文件的 BOM 被当作密钥：请另存为无 BOM 的 UTF-8，或读取后去掉。",
    "The byte order mark of the key file was taken as part of the key: save it without BOM.",
  ),
  "key-decoding": cause(
    "SIGN-X27",
    "密钥解码方式不同",
    "key read as text or bytes",
    "密钥应作为文本还是应先解码（十六进制、base64、PEM）与方案不同：请核对 keyDecoding。",
    "The key was used as text instead of decoded bytes (hex, base64, PEM), or the reverse: check keyDecoding.",
  ),
  "key-case": cause(
    "SIGN-X28",
    "密钥大小写不同",
    "letter case of the key",
    "密钥文本的大小写被改变：请原样使用。",
    "The letter case of the key text was changed: use it as it is.",
  ),
  "timestamp-format": cause(
    "SIGN-X29",
    "时间戳格式或时区不同",
    "timestamp format or zone",
    "签名用的时间戳与发送的格式或时区不同：请只格式化一次，签名与发送用同一字符串。",
    "The signed timestamp has another format or zone than the sent one: format it once and use that string for both.",
  ),
  "timestamp-drift": cause(
    "SIGN-X30",
    "时间戳取了两次",
    "timestamp taken twice",
    "签名与发送时分别取了时间，相差数秒：请只取一次。",
    "The time was read once for signing and again for sending: read it once.",
  ),
  "url-encoding": cause(
    "SIGN-X31",
    "URL 编码不一致",
    "percent-encoding",
    "值在签名前被（或未被）URL 编码：请核对 valueEncoding。",
    "Values were percent-encoded before signing, or not, against the profile: check valueEncoding.",
  ),
  "field-list": cause(
    "SIGN-X32",
    "签名字段集合不同",
    "set of fields",
    "参与签名的字段多了或少了：请核对 fields，接收方须把后来新增的字段计入。",
    "A field too many or too few was signed: check fields; a receiver must count in fields added later.",
  ),
  "wrong-profile": cause(
    "SIGN-X33",
    "使用了另一签名方案",
    "another profile",
    "对方使用了另一签名方案：请双方确认同一方案。",
    "The peer signs by another profile: agree on one.",
  ),
  "pair-form": cause(
    "SIGN-X34",
    "键值拼接方式不同",
    "how fields are joined",
    "键值写法、分隔符或消息体的参数名不同：请核对 pair、pairSeparator、bodyName。",
    "Pairs, separators or the body's name differ: check pair, pairSeparator and bodyName.",
  ),
  "name-case": cause(
    "SIGN-X35",
    "字段名或文本大小写不同",
    "letter case of names",
    "字段名（或整个字符串）的大小写被改变：名称区分大小写。",
    "The letter case of names, or of the whole string, was changed: names are case-sensitive.",
  ),
  digest: cause(
    "SIGN-X36",
    "摘要算法不同",
    "digest",
    "使用了另一摘要算法（普通 SHA-256、MD5、SM3、HMAC-SHA1 等）：应为 HMAC-SHA256。",
    "Another digest was used (plain SHA-256, MD5, SM3, HMAC-SHA1 …): it must be HMAC-SHA256.",
  ),
  "hmac-arguments": cause(
    "SIGN-X37",
    "HMAC 参数颠倒或密钥为空",
    "HMAC arguments swapped, or empty key",
    "HMAC 的密钥与消息参数颠倒，或密钥为空：请检查调用。",
    "Key and message of the HMAC call were swapped, or the key was empty: check the call.",
  ),
};
