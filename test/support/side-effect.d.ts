/** What a module that is imported for its effect declares. */
export type Nothing = never;
