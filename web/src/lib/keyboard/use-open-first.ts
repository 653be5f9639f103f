import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** From where on a list has room beside what needs the width (`isWide` of Panes). */
export const BOTH_BESIDE = '(min-width: 100.0625em)';

/**
 * Opens the first of a list where the list stands beside what is opened, and nothing is: an empty pane says nothing. Not
 * for what counts as read once it is opened. `whenWide` is from where on both stand beside each other.
 */
export function useOpenFirst(first: string | undefined, isOpen: boolean, whenWide = '(min-width: 48.0625em)'): void {
  const navigate = useNavigate();
  const isWide = useMediaQuery(whenWide, false, { getInitialValueInEffect: false });
  useEffect(() => {
    // In the place of the list's own address: Back leads to where one came from.
    if (first !== undefined && !isOpen && isWide) void navigate({ to: first, search: true, replace: true });
  }, [first, isOpen, isWide, navigate]);
}
