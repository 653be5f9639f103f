import { useEffect } from 'react';
import { announce } from '../../lib/announce.ts';
import { readSay } from '../../lib/language.ts';
import { showToast } from '../../lib/toast.ts';

/** Of what is pasted, the browser drops what a field has no room for, without a word: then the page says so. */
export function useCutPaste(): void {
  useEffect(() => {
    const tell = (event: ClipboardEvent) => {
      const field = event.target;
      if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) || field.maxLength < 0) return;
      const pasted = event.clipboardData?.getData('text/plain').replaceAll('\r\n', '\n') ?? '';
      const replaced = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
      if (field.value.length - replaced + pasted.length <= field.maxLength) return;
      const message = readSay()('frame.pasteCut', { count: field.maxLength });
      void showToast({ id: 'paste-cut', message, isError: true });
      announce(message);
    };
    document.addEventListener('paste', tell);
    return () => document.removeEventListener('paste', tell);
  }, []);
}
