/**
 * What fields become when only some are given: those are taken, the rest stay as they are now. A form sends what was
 * changed in it, so that it puts back nothing that somebody else has changed since it was opened.
 *
 * @param current as the aggregate holds them now, not as the form read them
 */
export function overlay<T extends object>(current: T, given: { readonly [K in keyof T]?: T[K] | undefined }): T {
  const changed = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...current, ...Object.fromEntries(changed) };
}
