import type { KeyboardEvent } from 'react';

/**
 * Takes the only option that what was typed leaves, by Enter and by Tab, in any picker with a list: who typed until one
 * was left has chosen it. Tab goes on to the next field besides.
 */
export function takeOnlyMatch(event: KeyboardEvent<HTMLInputElement>): void {
  const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isPlain || (event.key !== 'Tab' && event.key !== 'Enter') || event.nativeEvent.isComposing) return;
  const { value } = event.currentTarget;
  const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '');
  const options = [...(list?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
  const [only] = options;
  if (only === undefined || options.length > 1 || value.trim() === '') return;
  // What Mantine has marked already, it takes by Enter itself.
  if (event.key === 'Enter' && only.hasAttribute('data-combobox-selected')) return;
  if (event.key === 'Enter') event.preventDefault();
  if (only.getAttribute('aria-selected') !== 'true') only.click();
}
