import type { ValidationContext } from "./context.ts";
import { type Country, countryOf } from "./countries.ts";
import { type Form, formOf } from "./forms.ts";
import type {
  ApplyPreferentialCertificateRequest,
  Attachment,
  CertificateChange,
  Invoice,
  NonParty,
  PreferentialGoods,
} from "./messages.ts";
import { Node } from "./node.ts";

/** An application body with what most rules ask of it, read once. */
export interface Application {
  readonly kind: "general" | "preferential";
  readonly context: ValidationContext;
  readonly body: Node<ApplyPreferentialCertificateRequest>;
  /** The form asked for: by `docType`, else by `agreementCode`. */
  readonly form: Form | undefined;
  /** Code of `form`, `""` when it is not known. */
  readonly code: string;
  readonly lines: readonly Node<PreferentialGoods>[];
  /** Lines without text-only lines. */
  readonly goods: readonly Node<PreferentialGoods>[];
  readonly invoices: readonly Node<Invoice>[];
  readonly nonParties: readonly Node<NonParty>[];
  readonly attachments: readonly Node<Attachment>[];
  readonly change: Node<CertificateChange> | undefined;
  readonly destination: Country | undefined;
  /** Day numbers. */
  readonly applied: number | undefined;
  readonly departed: number | undefined;
}

/** Reads an application body of any shape. */
export function readApplication(
  kind: Application["kind"],
  value: unknown,
  path: string,
  context: ValidationContext,
): Application {
  const body = new Node<ApplyPreferentialCertificateRequest>(value, path);
  const lines = body.list<PreferentialGoods>("goodsList", "goods");
  const form = formFor(body.text("docType"), context) ?? formFor(body.text("agreementCode"), context);
  return {
    kind,
    context,
    body,
    form,
    code: form?.code ?? "",
    lines,
    goods: lines.filter((line) => !line.is("nonGoods")),
    invoices: body.list<Invoice>("invoices", "invoice"),
    nonParties: body.list<NonParty>("nonParties", "nonParty"),
    attachments: body.list<Attachment>("attachments", "attachment"),
    change: body.child<CertificateChange>("change"),
    destination: countryOf(body.text("destCountryCode"), context.countrySystem),
    applied: body.day("applyDate"),
    departed: body.day("departureDate"),
  };
}

/** The form a code of the exchange stands for, by the context's table or by `cert-types`. */
export function formFor(code: string | undefined, context: ValidationContext): Form | undefined {
  if (code === undefined) return undefined;
  const codes = context.formCodes;
  return formOf(codes !== undefined && Object.hasOwn(codes, code) ? codes[code] : code);
}
