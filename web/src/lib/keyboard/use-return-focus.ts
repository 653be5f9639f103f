import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what was focused when this appeared, once it is gone; for what is mounted open, which
 * Mantine's own return never hears of. Where the opener is gone too, the focus goes to the page's content, so that the
 * keyboard goes on from there and not from the top. What has taken the focus meanwhile keeps it.
 */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      const target = openerOrItsMenu(opener) ?? document.getElementById('content');
      target?.focus({ preventScroll: true });
    },
    [opener],
  );
}

/** An item of a menu is gone with its menu: the focus goes to the button that opened it. */
function openerOrItsMenu(opener: Element | null): HTMLElement | null {
  if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) return opener;
  const buttonId = opener?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return buttonId ? document.getElementById(buttonId) : null;
}
