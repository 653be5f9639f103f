import { useEffect } from 'react';

/** Dialogs, menus and panes carry the focus where they know it belongs: they come first. */
const PATIENCE_MS = 120;

/** What had the focus, and where it stood: its ancestors from the inside out, each with the place of the one before. */
type Held = { element: HTMLElement; path: readonly { within: HTMLElement; at: number }[] };

/**
 * Keeps the keyboard on its way. Whatever has the focus may go with what it did: a row with its button, a form with its
 * field, a button while its command runs. The browser then gives the focus to the page, and the next Tab begins at the
 * top. So it goes to the same button when that can be pressed again, else to what took the place or stands next to it,
 * not to a button there: a second Enter must not act on the next row.
 */
export function useKeepFocus(): void {
  useEffect(() => {
    let held: Held | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const hold = (target: EventTarget | null) => {
      held =
        target instanceof HTMLElement && target !== document.body ? { element: target, path: pathOf(target) } : null;
    };
    const note = ({ target }: FocusEvent) => hold(target);
    // Somebody was quicker than this part of the page.
    hold(document.activeElement);
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null || !document.hasFocus()) return;
      const left = held?.element;
      // Who clicks beside everything leaves it by will; what was taken away or cannot be pressed now has lost it.
      setTimeout(() => {
        if (left && held?.element === left && canHold(left)) held = null;
      });
    };
    const look = () => {
      if (held === null || document.activeElement !== document.body) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (held === null || document.activeElement !== document.body) return;
        const { element, path } = held;
        if (canHold(element)) element.focus({ preventScroll: true });
        else if (!element.isConnected) focusPlace(path);
      }, PATIENCE_MS);
    };
    document.addEventListener('focusin', note);
    document.addEventListener('focusout', leave);
    const observer = new MutationObserver(look);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', note);
      document.removeEventListener('focusout', leave);
    };
  }, []);
}

const canHold = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled') && element.checkVisibility();

function pathOf(element: HTMLElement): Held['path'] {
  const path: { within: HTMLElement; at: number }[] = [];
  for (let child = element; child.parentElement; child = child.parentElement) {
    path.push({ within: child.parentElement, at: [...child.parentElement.children].indexOf(child) });
  }
  return path;
}

/** Where the nearest part that is still there has something in the place of what is gone, or before it; else that part. */
function focusPlace(path: Held['path']): void {
  const nearest = path.find(({ within }) => within.isConnected && within.checkVisibility());
  const content = document.getElementById('content');
  if (!nearest || !content) return;
  const { within, at } = nearest;
  const beside = [...within.children].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one.checkVisibility(),
  );
  const place = within.children[at] as HTMLElement | undefined;
  const next = place && beside.includes(place) ? place : beside.at(-1);
  // With all of a page gone it is another page, which begins at its beginning.
  const target = within.contains(content) ? content : (next ?? within);
  // A link is what a row is: it may have the focus itself, for it does nothing but open.
  const link = target.matches('a[href]') || target === content ? null : target.querySelector<HTMLElement>('a[href]');
  if (link?.checkVisibility()) {
    link.focus({ preventScroll: true });
    return;
  }
  if (!target.matches('a[href], [tabindex]')) {
    target.tabIndex = -1;
    target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
  }
  target.focus({ preventScroll: true });
}
