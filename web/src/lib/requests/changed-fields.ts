/**
 * The fields that a form changed, to be sent alone: what it left as it was may have been changed by somebody else since.
 *
 * @param opened as the form found them when it was opened; plain values
 */
export function changedFields<T extends object>(opened: T, now: T): Partial<T> {
  const changed = Object.entries(now).filter(([name, value]) => value !== opened[name as keyof T]);
  return Object.fromEntries(changed) as Partial<T>;
}
