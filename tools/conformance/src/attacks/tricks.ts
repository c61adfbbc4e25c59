/**
 * Changes to a signed message that somebody without the key can make, on the text that holds Head and Body. They aim at
 * readers that verify one thing and hand on another.
 */
export const TRICKS: Readonly<Record<string, (text: string) => string>> = {
  nothing: (t) => t,
  "another value": (t) => t.replace("DOC-1", "DOC-2"),
  "a comment inside a value": (t) => t.replace("DOC-1", "DOC<!-- -->-1"),
  "a comment that cuts a value": (t) => t.replace("DOC-1", "DOC-1<!--2-->"),
  "a comment around markup": (t) => t.replace(/<docId>.*?<\/docId>/, "<!--$&--><docId>DOC-2</docId>"),
  "a processing instruction inside a value": (t) => t.replace("DOC-1", "DOC<?p?>-1"),
  "a CDATA section for a value": (t) => t.replace("DOC-1", "<![CDATA[DOC-1]]>"),
  "a CDATA section with markup": (t) => t.replace("DOC-1", "<![CDATA[DOC-1</docId><docId>DOC-2]]>"),
  "references for characters": (t) => t.replace("DOC-1", "&#68;OC-1"),
  "white space at the end of a value": (t) => t.replace("DOC-1", "DOC-1 "),
  "white space between elements": (t) => t.replace(/<docId>/, "\n  <docId>"),
  "a second value before": (t) => t.replace("<docId>", "<docId>DOC-2</docId><docId>"),
  "a second value behind": (t) => t.replace("</docId>", "</docId><docId>DOC-2</docId>"),
  "a value inside a value": (t) => t.replace("DOC-1", "DOC-1<docId>DOC-2</docId>"),
  "a value in another namespace before": (t) => t.replace("<docId>", '<x:docId xmlns:x="urn:x">DOC-2</x:docId><docId>'),
  "an unknown element": (t) => t.replace("<docId>", "<unknown>1</unknown><docId>"),
  "a nil": (t) => t.replace("<docId>", '<docId xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true">'),
  "a type": (t) =>
    t.replace("<docId>", '<docId xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="docId">'),
  "an attribute": (t) => t.replace("<docId>", '<docId id="1">'),
  "a default namespace": (t) => t.replace("<Body>", '<Body xmlns="urn:x">'),
  "a default namespace taken back": (t) => t.replace("<Body>", '<Body xmlns="">'),
  "a prefix that nobody uses": (t) => t.replace("<Body>", '<Body xmlns:x="urn:x">'),
  "values in another order": (t) => t.replace(/(<docId>.*?<\/docId>)(<docType>.*?<\/docType>)/, "$2$1"),
  "an element left out": (t) => t.replace(/<auditOpinion>[^]*?<\/auditOpinion>/, ""),
  "a second Body before": (t) => t.replace("<Body>", "<Body><docId>DOC-2</docId></Body><Body>"),
  "a second Body behind": (t) => t.replace("</Body>", "</Body><Body><docId>DOC-2</docId></Body>"),
  "a whole second Body before": (t) => {
    const body = /<Body>[^]*<\/Body>/.exec(t)?.[0] ?? "";
    return t.replace("<Body>", () => `${body.replace("DOC-1", "DOC-2")}<Body>`);
  },
  "the Body inside of another": (t) => {
    const body = /<Body>[^]*<\/Body>/.exec(t)?.[0] ?? "";
    return t.replace(body, () => body.replace("DOC-1", "DOC-2").replace("</Body>", () => `${body}</Body>`));
  },
  "the Body inside of the Head": (t) => {
    const body = /<Body>[^]*<\/Body>/.exec(t)?.[0] ?? "";
    return t.replace(body, () => body.replace("DOC-1", "DOC-2")).replace("</Head>", () => `${body}</Head>`);
  },
  "the Body in an unknown element": (t) => {
    const body = /<Body>[^]*<\/Body>/.exec(t)?.[0] ?? "";
    return t.replace(body, () => `<Old>${body}</Old>${body.replace("DOC-1", "DOC-2")}`);
  },
  "the Body in a comment": (t) => {
    const body = /<Body>[^]*<\/Body>/.exec(t)?.[0] ?? "";
    return t.replace(body, () => `<!--${body}-->${body.replace("DOC-1", "DOC-2")}`);
  },
  "the Body in a CDATA section": (t) => {
    const body = /<Body>[^]*<\/Body>/.exec(t)?.[0] ?? "";
    return t.replace(body, () => `<![CDATA[${body}]]>${body.replace("DOC-1", "DOC-2")}`);
  },
  "Body before Head": (t) => t.replace(/(<Head>[^]*<\/Head>)([^]*<\/Body>)/, "$2$1"),
  "a second Head before": (t) => t.replace("<Head>", "<Head><messageId>M-2</messageId></Head><Head>"),
  "a second Head behind": (t) => t.replace("</Head>", "</Head><Head><messageId>M-2</messageId></Head>"),
  "a Head inside of the Head": (t) => t.replace("<Head>", "<Head><Head><messageId>M-2</messageId></Head>"),
  "a Head inside of the Body": (t) => t.replace("<Body>", "<Body><Head><messageId>M-2</messageId></Head>"),
  "the Head behind the Body": (t) => t.replace(/(<Head>[^]*<\/Head>)([^]*<\/Body>)/, "$2$1"),
  "a Head of another namespace": (t) =>
    t.replace("<Head>", '<x:Head xmlns:x="urn:x"><messageId>M-2</messageId></x:Head><Head>'),
  "another provider before": (t) => t.replace("<providerCode>", "<providerCode>OTHER</providerCode><providerCode>"),
  "another provider behind": (t) => t.replace("</providerCode>", "</providerCode><providerCode>OTHER</providerCode>"),
  "the same provider twice": (t) => t.replace("<providerCode>", "<providerCode>TEST0001</providerCode><providerCode>"),
  "another provider": (t) => t.replace("TEST0001", "OTHER"),
  "a provider with a space": (t) => t.replace("TEST0001", "TEST0001 "),
  "a provider with a comment": (t) => t.replace("TEST0001", "TEST<!-- -->0001"),
  "a provider in another namespace": (t) =>
    t.replace("<providerCode>", '<x:providerCode xmlns:x="urn:x">OTHER</x:providerCode><providerCode>'),
  "another id": (t) => t.replace("M-1", "M-2"),
  "two ids": (t) => t.replace("<messageId>", "<messageId>M-2</messageId><messageId>"),
  "another operation": (t) => t.replace("<service>pushDocumentAuditResult", "<service>pushDocumentPrintStatus"),
  "another wrapper": (t) => t.replaceAll("pushDocumentAuditResult", "pushPrintAuditResult"),
  "two signatures, the wrong one first": (t) => t.replace("<sign>", `<sign>${"0".repeat(64)}</sign><sign>`),
  "two signatures, the wrong one last": (t) => t.replace("</sign>", `</sign><sign>${"0".repeat(64)}</sign>`),
  "no signature": (t) => t.replace(/<sign>.*?<\/sign>/, ""),
  "an empty signature": (t) => t.replace(/<sign>.*?<\/sign>/, "<sign/>"),
  "a signature with a space": (t) => t.replace("</sign>", " </sign>"),
  "half a signature": (t) => t.replace(/<sign>(.{32})[^<]*/, "<sign>$1"),
  "a signature in small letters": (t) => t.replace(/<sign>[^<]*/, (s) => s.toLowerCase()),
  "a field that looks like the body": (t) => t.replace("</Head>", "<body>x</body></Head>"),
  "a field that holds another": (t) => t.replace("<version>1.0", "<version>1.0&amp;messageId=M-2"),
  "a message around the message": (t) =>
    t.replace(/<Request>([^]*)<\/Request>/, (whole) => whole.replace("</Request>", () => `${whole}</Request>`)),
  "the message as a value of another": (t) =>
    t.replace(/<Request>[^]*<\/Request>/, (whole) =>
      whole.replace("DOC-1", () => `DOC-2</docId><original>${whole}</original><docId>DOC-2`),
    ),
  "an entity": (t) => `<!DOCTYPE Request [<!ENTITY d "DOC-2">]>${t.replace("DOC-1", "&d;")}`,
  "a character that looks alike": (t) => t.replace("DOC-1", "DOС-1"),
  "a character that is composed": (t) => t.replace("请", "请\u0301"),
};
