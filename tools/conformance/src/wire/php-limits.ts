/** What PHP 8's SOAP extension cannot do, or does otherwise than the description says. */
export interface PhpLimit {
  /** Unit that it is about; `null` for any. */
  readonly unit: string | null;
  /** What is said of the message then. */
  readonly says: RegExp;
  readonly why: string;
}

/** Limits that messages of the corpus meet; one that none meets any more is a failure. */
export const PHP_LIMITS: readonly PhpLimit[] = [
  {
    unit: "axis-axis1-java--addressbook-a527dd",
    says: /unexpected <sequence> in complexContent|^ends: SIGSEGV/,
    why: "an array of the SOAP encoding restricted by a sequence cannot be loaded, or ends the process",
  },
  {
    unit: "axis-axis1-java--soap12-test-289296",
    says: /unexpected <sequence> in complexContent/,
    why: "as the one above",
  },
  {
    unit: "axis-axis1-java--import-cf5401",
    says: /can't import schema from 'Phone\.xsd'/,
    why: "an import of the own namespace cannot be loaded",
  },
  {
    unit: "axis-axis1-java--clash-9031b4",
    says: /Unspecified encodingStyle/,
    why: "a body without encodingStyle cannot be loaded",
  },
  {
    unit: "wsdl--daisycon-10751b",
    says: /Couldn't find <definitions>/,
    why: "a description in an older namespace of WSDL cannot be loaded",
  },
  {
    unit: "axis-axis1-java--soap12-add-test-0123de",
    says: /Procedure not present/,
    why: "an operation without parts is not found by its wrapper in SOAP 1.2",
  },
  {
    unit: "axis-axis1-java--soap12-add-test-0123de",
    says: /element <ns1:(?:inputString|return)> is not expected/,
    why: "a part of rpc/literal and a part of rpc/encoded of one name are both written qualified",
  },
  {
    unit: "axis-axis1-java--soap12-add-test-0123de",
    says: /"q0:string" is no xs:QName/,
    why: "a QName is a text: the declaration of its prefix is lost",
  },
  {
    unit: "axis-axis1-java--mime-rpc-1ccaea",
    says: /Missing parameter/,
    why: "parts of MIME are looked for in the envelope",
  },
  {
    unit: "axis-axis1-java--mime-rpc-1ccaea",
    says: /the answer is <SOAP-ENV:EchoBase64AsAttachmentResponse>/,
    why: "without a namespace of the body, the wrapper is put into that of the envelope",
  },
  {
    unit: "axis-axis1-java--nested-047403",
    says: /\/\$any\//,
    why: "elements that a wildcard let in lose their namespace",
  },
  {
    unit: "node-soap--evacsyncservice-spclient-18af46",
    says: /object has no 'ResultCode ' property/,
    why: "the name of an element that ends in white space is not trimmed",
  },
  {
    unit: "soa-model--test-48b881",
    says: /Nesting level too deep/,
    why: "an object is mistaken for one that contains itself",
  },
  {
    unit: "wasabi--tradetracker-5d1ccd",
    says: /"-?12345678901234567741440" for "-?12345678901234567890123"/,
    why: "integers beyond 64 bits become floating-point numbers",
  },
  { unit: null, says: /\/\$type: "\w+" for "\w+"/, why: "objects do not remember that xsi:type named a derived type" },
  { unit: null, says: /"NAN" is no xs:float/, why: "NaN is written NAN" },
  { unit: null, says: /\/xml: "/, why: "elements of any type are written with prefixes of its own" },
];
