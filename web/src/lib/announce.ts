import { create } from 'zustand';

/** What screen readers are told politely; the frame renders it into its live region. */
export const useAnnouncement = create<{ text: string }>(() => ({ text: '' }));

/** Says something to screen readers without moving the focus: an arrived message, a finished upload. */
export function announce(text: string): void {
  useAnnouncement.setState({ text });
}
