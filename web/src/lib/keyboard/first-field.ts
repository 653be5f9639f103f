const FIELDS = 'input, textarea, [contenteditable="true"]';
const isUsable = (field: HTMLElement): boolean =>
  !field.matches(':disabled, [type="hidden"], [type="file"], [readonly], [aria-hidden="true"]') && field.tabIndex >= 0;

/** On a screen without keys a field that has the focus covers half of the page with a keyboard. */
const hasKeys = (): boolean => !window.matchMedia('(pointer: coarse)').matches;

/**
 * What a dialog should open on: what it marks itself, else its first field, else the button that does what it asks
 * about (of a question that cannot be undone: the one that leaves it be). Null for what can only be read, and on a
 * screen that is touched.
 */
export function findFirstField(dialog: HTMLElement): HTMLElement | null {
  const marked = dialog.querySelector<HTMLElement>('[data-autofocus]');
  if (marked !== null) return marked;
  const fields = hasKeys() ? [...dialog.querySelectorAll<HTMLElement>(FIELDS)].filter(isUsable) : [];
  if (fields[0] !== undefined) return fields[0];
  if (dialog.querySelector(FIELDS) !== null) return null;
  return dialog.querySelector<HTMLElement>('button[data-cancel]') ?? dialog.querySelector('button[type="submit"]');
}
