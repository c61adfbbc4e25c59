// @generated from schemas/2018-07/common.xsd, sha256 37e98f8c. Do not edit: change the schema, run `pnpm generate`.

/** What every component is called. Generating again reads this file, so that what is added later takes no name away. */
export const names: Readonly<Record<string, string>> = {
  "message {urn:example:ccpit-coo:reference:v1:common}RequestHead": "RequestHead",
  "message {urn:example:ccpit-coo:reference:v1:common}ResponseHead": "ResponseHead",
  "{urn:example:ccpit-coo:reference:v1:common}Attachment": "Attachment",
  "{urn:example:ccpit-coo:reference:v1:common}AttachmentList": "AttachmentList",
  "{urn:example:ccpit-coo:reference:v1:common}FieldError": "FieldError",
  "{urn:example:ccpit-coo:reference:v1:common}FieldErrorList": "FieldErrorList",
  "{urn:example:ccpit-coo:reference:v1:common}Flag01": "Flag01",
  "{urn:example:ccpit-coo:reference:v1:common}Flag012": "Flag012",
  "{urn:example:ccpit-coo:reference:v1:common}Flag12": "Flag12",
  "{urn:example:ccpit-coo:reference:v1:common}Flag123": "Flag123",
  "{urn:example:ccpit-coo:reference:v1:common}RequestHead": "RequestHead",
  "{urn:example:ccpit-coo:reference:v1:common}ResponseHead": "ResponseHead",
  "{urn:example:ccpit-coo:reference:v1:common}SealOrSign": "SealOrSign"
};
