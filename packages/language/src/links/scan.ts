/** A part of a text that can be followed: where it begins and ends (code units), and where it leads. */
export type Link = { readonly from: number; readonly to: number; readonly href: string };

export const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** What a sticky pattern finds at this very place; null when nothing. */
export function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Whether this can be the name of a host, of so many parts at least; what ends a sentence may stand behind it. */
export function isHost(host: string, leastLabels: number): boolean {
  const labels = host.replace(/[.-]{1,253}$/, '').split('.');
  return labels.length >= leastLabels && labels.every((label) => label !== '' && !label.startsWith('-'));
}
