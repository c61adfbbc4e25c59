import type { ValidationContext } from "./context.ts";
import type {
  AppliedPreference,
  ApplyGoodsFilingRequest,
  Attachment,
  Material,
  ProductionProcess,
} from "./messages.ts";
import { Node } from "./node.ts";

/** A goods filing with what most rules ask of it, read once. */
export interface Filing {
  readonly context: ValidationContext;
  readonly body: Node<ApplyGoodsFilingRequest>;
  readonly preferences: readonly Node<AppliedPreference>[];
  readonly processes: readonly Node<ProductionProcess>[];
  readonly materials: readonly Node<Material>[];
  readonly attachments: readonly Node<Attachment>[];
}

/** Reads a goods filing of any shape. */
export function readFiling(value: unknown, path: string, context: ValidationContext): Filing {
  const body = new Node<ApplyGoodsFilingRequest>(value, path);
  return {
    context,
    body,
    preferences: body.list<AppliedPreference>("preferences", "preference"),
    processes: body.list<ProductionProcess>("processes", "process"),
    materials: body.list<Material>("materials", "material"),
    attachments: body.list<Attachment>("attachments", "attachment"),
  };
}
