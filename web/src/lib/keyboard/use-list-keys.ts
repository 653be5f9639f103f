import { useLocation, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { usePageKeys } from './use-page-keys.ts';

/**
 * Alt+Down and Alt+Up open what stands after and before the opened line of a list pane, and the first where nothing is
 * opened. What has just left the list, as a letter that was registered, still knows where it stood.
 */
export function useListKeys(addresses: readonly string[], { keepsSearch = true } = {}): void {
  const navigate = useNavigate();
  const pathname = useLocation({ select: ({ pathname: path }) => path });
  const place = useRef(0);
  const index = addresses.indexOf(pathname);
  if (index >= 0) place.current = index;
  const open = (to: string | undefined) => {
    if (to !== undefined && to !== pathname) void navigate({ to, ...(keepsSearch && { search: true }) });
  };
  usePageKeys([
    ['alt+ArrowUp', () => open(index >= 0 ? addresses[index - 1] : (addresses[place.current - 1] ?? addresses[0]))],
    ['alt+ArrowDown', () => open(index >= 0 ? addresses[index + 1] : (addresses[place.current] ?? addresses[0]))],
  ]);
}
