import { useEffect } from 'react';
import { announce } from './announce.ts';

/** What the tab says: the page's own name, and before it how much waits. */
const tab = { name: 'Congso', waiting: 0 };
function showTab(changed: Partial<typeof tab>): void {
  Object.assign(tab, changed);
  document.title = tab.waiting > 0 ? `(${tab.waiting}) ${tab.name}` : tab.name;
}

/** A page that was just loaded is read out by the screen reader itself. */
let told: string | null = null;

/** Names the page in the browser's tab and its history, and tells screen readers that another one is shown. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    showTab({ name: title === '' ? 'Congso' : `${title} · Congso` });
    // Still loading, or the same page under the same name.
    if (title === '' || title === told) return;
    if (told !== null) announce(title);
    told = title;
  }, [title]);
}

/** Says in the tab how much waits, for whoever looks at another one. For the frame; no page may know of it. */
export function useTitleCount(waiting: number): void {
  useEffect(() => {
    showTab({ waiting });
    return () => showTab({ waiting: 0 });
  }, [waiting]);
}
