import type { ServiceDescriptor } from "@coo/soap/gen1";
import { tiny } from "./tiny-descriptor.ts";

/** The services of the reference edition: all 18 interfaces. */
export function allServices(): readonly ServiceDescriptor[] {
  return [tiny];
}
