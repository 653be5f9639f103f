/** The sentence of every error code: what happened and what to do. */
export const errors = {} as const;
