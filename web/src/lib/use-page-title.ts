import { useEffect } from 'react';
import { announce } from './announce.ts';

/** A page that was just loaded is read out by the screen reader itself. */
let told: string | null = null;

/** Names the page in the browser's tab and its history, and tells screen readers that another one is shown. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Congso' : `${title} · Congso`;
    // Still loading, or the same page under the same name.
    if (title === '' || title === told) return;
    if (told !== null) announce(title);
    told = title;
  }, [title]);
}
