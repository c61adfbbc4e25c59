/** A field's label in both languages. */
export interface LabelText {
  readonly zh: string;
  readonly en: string;
}

/** What a certificate is drawn from. */
export interface CertificateInput {
  /** `preview` is marked as not valid; `print` is what the print interface answers with. */
  readonly kind: "preview" | "print";
  /** Form code (`C`, `RC` …); shown in the title with `formName`. */
  readonly docType: string;
  /** Name of the form in both languages, when known. */
  readonly formName?: LabelText;
  /** The application body as sent: nested objects and arrays of strings, numbers, booleans and bytes. */
  readonly body: object;
  readonly certNo?: string;
  readonly serialNo?: string;
  /** `yyyy-MM-dd`; also the PDF's creation date, so that equal input gives equal bytes. */
  readonly issueDate?: string;
  /** Address of a check page, printed at the foot. */
  readonly verifyUrl?: string;
  /** Label of a field by its path (`goodsList.goods.hsCode`, no indexes); the property name stands in where it gives none. */
  readonly labels?: Readonly<Record<string, LabelText>>;
  /** Text of the mark across every page; default `样张 SAMPLE`. An empty text leaves the mark out. */
  readonly mark?: string;
}
