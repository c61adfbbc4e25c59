import type { Feature } from "./feature.ts";

export async function examineService(feature: Feature, out: string): Promise<Map<string, string>> {
  return new Map([[feature.name, out]]);
}
