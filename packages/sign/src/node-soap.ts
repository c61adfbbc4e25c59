export {
  createSigningHttpClient,
  type SigningHttpClient,
  type SigningHttpClientOptions,
  type SoapHttpResponse,
} from "./node-soap/signing-http-client.ts";
