/** strong-soap 6 brings no types: the part of it that is used here. */
declare module "strong-soap" {
  import type { Server as HttpServer } from "node:http";

  export type Callback = (error: unknown, result?: unknown) => void;
  export type Method = (args: object, callback: Callback, options?: object, headers?: object) => void;
  export type Services = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Method>>>>>>;

  export interface HttpClient {
    request(
      url: string,
      data: string | null,
      callback: (error: unknown, response?: { readonly statusCode: number }, body?: string) => void,
      headers?: Readonly<Record<string, string>>,
    ): unknown;
  }

  export interface Server {
    readonly xmlHandler?: object;
    _process(xml: string, request: object, callback: (answer: string, status?: number) => void): void;
  }

  export const soap: {
    createClient(
      url: string,
      options: object,
      callback: (error: unknown, client: Services) => void,
      endpoint: string,
    ): void;
    listen(server: HttpServer, options: object): Server;
  };
}
