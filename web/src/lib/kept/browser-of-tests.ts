import { vi } from 'vitest';

/** A storage of a browser, with room or without. */
export class TestStorage {
  [key: string]: unknown;
  getItem(key: string): string | null {
    return (this[key] as string | undefined) ?? null;
  }
  setItem(key: string, value: string): void {
    if (device.isFull) throw new Error('QuotaExceededError');
    this[key] = value;
  }
  removeItem(key: string): void {
    delete this[key];
  }
}

const device = { isFull: false };

/** A browser with nothing kept: one device, and a first tab on it. */
export function openBrowserOfTests() {
  device.isFull = false;
  vi.stubGlobal('localStorage', new TestStorage());
  vi.stubGlobal('window', new EventTarget());
  const openTab = () => vi.stubGlobal('sessionStorage', new TestStorage());
  openTab();
  return {
    /** The next lines are those of a tab that was just opened; the one before is closed. */
    openTab,
    /** From now on those of this tab. */
    returnTo: (tab: Storage) => vi.stubGlobal('sessionStorage', tab),
    fill: () => {
      device.isFull = true;
    },
    /** What a browser tells the other tabs when one has changed what all share. */
    tell: (key: string, oldValue: string | null) =>
      window.dispatchEvent(
        Object.assign(new Event('storage'), {
          storageArea: localStorage,
          key,
          oldValue,
          newValue: localStorage.getItem(key),
        }),
      ),
  };
}
