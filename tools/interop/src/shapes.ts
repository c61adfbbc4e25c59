import type { Shape, SoapVersion } from "./peer.ts";

const SHAPES: readonly Shape[] = ["string", "typed"];
const VERSIONS: readonly SoapVersion[] = ["1.1", "1.2"];

/** Both shapes at both SOAP versions. */
export function each<Result>(make: (shape: Shape, soapVersion: SoapVersion) => Result): readonly Result[] {
  return SHAPES.flatMap((shape) => VERSIONS.map((version) => make(shape, version)));
}

/** Name of a port in the reference edition. */
export function portName(service: "Exchange" | "Push", shape: Shape, soapVersion: SoapVersion): string {
  return `${service}${shape === "string" ? "String" : "Typed"}${soapVersion === "1.2" ? "12" : ""}`;
}
