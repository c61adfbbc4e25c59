import { type ProfileId, profile, type SignatureProfile } from "./profile.ts";

/** How an application names its profile: an id, a whole profile, or what differs from the one of its `id` (P1 without). */
export type ProfileChoice = ProfileId | SignatureProfile | Partial<SignatureProfile>;

/** What the wire decides for the signature. */
export interface WireFacts {
  /** Form of the head's time: it has one on the wire, whatever the choice says. */
  readonly timestampFormat: SignatureProfile["timestampFormat"];
  /** Charset of the message: that of the signed text too, unless the choice says otherwise. */
  readonly charset: SignatureProfile["charset"];
}

/**
 * The profile that an application chose, fitted to its wire.
 *
 * @throws {@link SignError} with code `SIGN_PROFILE`.
 */
export function chooseProfile(choice: ProfileChoice | undefined, wire: WireFacts): SignatureProfile {
  const { charset, timestampFormat } = wire;
  if (choice === undefined || typeof choice === "string") return profile(choice ?? "P1", { charset, timestampFormat });
  const { id = "P1", ...settings } = choice;
  return profile(id as ProfileId, { charset, ...settings, timestampFormat });
}
