// @generated from weather.wsdl, sha256 f17b5a2e. Do not edit: change the schema, run `coo-codegen`.

/** Label of a field in both languages. */
export interface FieldLabel {
  readonly zh: string;
  readonly en: string;
}

/** Labels by `Message.path`, without indices: `ApplyGoodsFilingRequest.materials.material.hsCode`. */
export const labels: Readonly<Record<string, FieldLabel>> = {
};
