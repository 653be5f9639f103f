import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const isFocused = async (element: Locator): Promise<boolean> =>
  (await element.and(element.page().locator(':focus')).count()) === 1;

/** That a field is told wrong to everybody: its state, and the sentence that describes it. */
export async function markedWith(field: Locator, sentence: string): Promise<void> {
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
  const described = ((await field.getAttribute('aria-describedby')) ?? '').split(' ').filter(Boolean);
  const texts = await Promise.all(described.map((id) => field.page().locator(`[id="${id}"]`).textContent()));
  expect(texts.join(' ')).toContain(sentence);
}

/** Keys one after the other without a pause, "<x" for a letter that takes the place of the one before it, as Unikey does. */
export async function writeAsUnikey(field: Locator, keys: readonly string[]): Promise<void> {
  await field.focus();
  await field.page().evaluate(`{
    const field = document.activeElement;
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    for (const key of ${JSON.stringify(keys)}) {
      const kept = key.startsWith('<') ? field.value.slice(0, -1) : field.value;
      set.call(field, kept + key.replace('<', ''));
      field.dispatchEvent(new InputEvent('input', { bubbles: true, data: key }));
    }
  }`);
}

/** The names of what a toast lies over, of all that the selector finds. */
export const listCovered = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(`(() => {
    const boxOf = (element) => element.getBoundingClientRect();
    const toasts = [...document.querySelectorAll('.mantine-Notification-root')].map(boxOf);
    if (toasts.length === 0) return ['no toast is there'];
    const isUnder = ({ left, right, top, bottom }) =>
      toasts.some((toast) => left < toast.right && right > toast.left && top < toast.bottom && bottom > toast.top);
    return [...document.querySelectorAll(${JSON.stringify(selector)})]
      .filter((element) => element.checkVisibility() && isUnder(boxOf(element)))
      .map((element) => element.getAttribute('aria-label') ?? element.textContent);
  })()`) as Promise<string[]>;
