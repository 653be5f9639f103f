import { create } from 'zustand';

/**
 * What screen readers are told politely; the frame renders it into its live region. `count` tells one saying from the
 * next of the same words: "OK" twice is two messages.
 */
export const useAnnouncement = create<{ text: string; count: number }>(() => ({ text: '', count: 0 }));

/** Says something to screen readers without moving the focus: an arrived message, a finished upload. */
export function announce(text: string): void {
  useAnnouncement.setState(({ count }) => ({ text, count: count + 1 }));
}
