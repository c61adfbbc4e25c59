export { type Decoded, type DecodeOptions, decodeElement } from "./codec/decode.ts";
export type { UnknownElement } from "./codec/decode-context.ts";
export { type DocumentValue, decodeDocument, encodeDocument, validateDocument } from "./codec/document.ts";
export {
  type ElementName,
  type EncodeOptions,
  encodeElement,
  encodeElementBytes,
  validateValue,
} from "./codec/encode.ts";
export { releaseBody } from "./codec/fast/body-memory.ts";
export { decodeJson, encodeJson } from "./codec/json.ts";
export type { Labels } from "./codec/trail.ts";
export { checkLoaded } from "./constructs.ts";
export {
  type EnvelopeContent,
  type HeaderBlock,
  type ReadEnvelopeOptions,
  readEnvelope,
  writeEnvelope,
} from "./envelope/envelope.ts";
export {
  type FaultCode,
  type FaultContent,
  type FaultName,
  readFault,
  type SoapFault,
  writeFault,
} from "./envelope/fault.ts";
export {
  checkMediaType,
  contentType,
  type HttpHeaders,
  headerValue,
  type MediaType,
  parseMediaType,
} from "./envelope/media-type.ts";
export { ENCODING_NS, ENVELOPE_NS, MEDIA_TYPE, type SoapVersion } from "./envelope/names.ts";
export { DecodeError, EncodeError, isSoapError, SoapError, type SoapErrorCode, SoapFaultError } from "./errors.ts";
export { type ExplainMessageOptions, explainMessage } from "./explain-message.ts";
export type {
  Attached,
  AttachmentDescriptor,
  BindingDescriptor,
  Direction,
  Headed,
  MessageDescriptor,
  NoHeaders,
  OperationDescriptor,
  OperationMap,
  PagingDescriptor,
  RawElement,
  SchemaRegistry,
  ServiceDescriptor,
} from "./gen1.ts";
export type { Issue, IssueCode, Label } from "./issue.ts";
export { fromJson, toJson } from "./json.ts";
export { type AttachmentValues, attachmentParts } from "./message/attachments.ts";
export {
  type BodyBytes,
  type BodySource,
  decodeBody,
  encodeBody,
  encodeBodyBytes,
  type MessageOf,
} from "./message/body.ts";
export {
  type BuiltRequest,
  type BuiltResponse,
  buildFault,
  buildRequest,
  buildResponse,
  type FaultMessage,
  type MessageContent,
  type ResponseContent,
} from "./message/build.ts";
export { type Rejection, rejectionOf } from "./message/fault-of.ts";
export { type HeadField, type HeadLimits, headValue, REQUEST_HEAD, RESPONSE_HEAD } from "./message/head.ts";
export {
  type DecodedFault,
  decodeFault,
  decodeHeaders,
  encodeFault,
  encodeHeaderFaults,
  encodeHeaders,
  type HeaderValues,
  headerParts,
} from "./message/headers.ts";
export { DEFAULT_MESSAGE_LIMITS, type MessageLimits } from "./message/limits.ts";
export {
  type AnyOperation,
  bindingFor,
  bodyElement,
  isPlain,
  type MessageKind,
  namespaceFor,
  soapActionFor,
  wrapperName,
} from "./message/operation.ts";
export {
  type Payload,
  type PayloadKind,
  type PayloadScope,
  type ReadPayloadOptions,
  readPayload,
  writePayload,
} from "./message/payload.ts";
export {
  type ReadMessage,
  type ReadOptions,
  type ReadRequestOptions,
  type ReadResponse,
  type ReadResponseOptions,
  readRequest,
  readResponse,
} from "./message/read.ts";
export { signedBody } from "./message/signed-body.ts";
export { formatTimestamp, parseTimestamp } from "./message/time.ts";
export { signedHead } from "./message/wire-names.ts";
export {
  DEFAULT_WIRE_PROFILE,
  findWireConflict,
  resolveWireProfile,
  WIRE_CONFLICTS,
  WIRE_VALUES,
  type WireConflict,
  type WireProfile,
} from "./wire-profile.ts";
