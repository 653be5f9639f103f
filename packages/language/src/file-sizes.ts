import type { Language } from './languages.ts';

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];

/** A size in bytes as people read it, in steps of 1024 with at most one decimal: "1,5 MB" in Vietnamese. */
export function formatFileSize(bytes: number, language: Language): string {
  let size = bytes;
  let unit = 0;
  // 1023.95 would already be written "1,024 KB": it is the next unit's 1.
  while (size >= 1023.95 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: unit === 0 ? 0 : 1 }).format(size)} ${UNITS[unit]}`;
}
