/** The languages people may choose; Vietnamese is the first and the master of the catalog. */
export const LANGUAGES = ['vi', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];
