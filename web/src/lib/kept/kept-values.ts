/**
 * What this browser keeps of what a person is at work on. A tab has its own (`sessionStorage`): two tabs may write two
 * things under one name, and each finds its own again after a reload. What was kept last also outlives the tab
 * (`localStorage`) and is found by the next one.
 */

/** A month later nobody comes back to it. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1_000;

type Outliving = { at: number; value: string };

/** What was kept under this key, by this tab or by the last one that did; null when nothing was. */
export function readKept(key: string): string | null {
  const own = read(sessionStorage, key);
  if (own !== null) return own;
  const found = readOutliving(key)?.value ?? null;
  // From now on it is this tab's: what it forgets is gone.
  if (found !== null) write(sessionStorage, key, found);
  return found;
}

/** Keeps it here and beyond this tab. Where there is no room rather nothing than something old. */
export function keep(key: string, value: string): void {
  const outliving: Outliving = { at: Date.now(), value };
  if (write(sessionStorage, key, value) && write(localStorage, key, JSON.stringify(outliving))) return;
  remove(sessionStorage, key);
  remove(localStorage, key);
}

/** Forgets what this tab kept; what another tab has kept since under the same key is that tab's. */
export function forgetKept(key: string): void {
  const own = read(sessionStorage, key);
  remove(sessionStorage, key);
  if (own !== null && readOutliving(key)?.value === own) remove(localStorage, key);
}

/**
 * Tells when another tab changed what both show: a message that was sent there is no draft here any more. What differs
 * here is left alone. Returns how to stop.
 */
export function followKept(key: string, onChange: (value: string | null) => void): () => void {
  const follow = (event: StorageEvent) => {
    if (event.storageArea !== localStorage || event.key !== key) return;
    const before = parse(event.oldValue)?.value ?? null;
    if (read(sessionStorage, key) !== before) return;
    const value = parse(event.newValue)?.value ?? null;
    if (value === null) remove(sessionStorage, key);
    else write(sessionStorage, key, value);
    onChange(value);
  };
  window.addEventListener('storage', follow);
  return () => window.removeEventListener('storage', follow);
}

/** Throws away what outlived its tab by a month, so that it does not fill the device. */
export function forgetOldKept(prefixes: readonly string[], now = Date.now()): void {
  for (const key of keysOf(localStorage)) {
    if (!prefixes.some((prefix) => key.startsWith(prefix))) continue;
    const kept = readOutliving(key);
    if (kept === null || kept.at < now - KEPT_MS) remove(localStorage, key);
  }
}

/** A device that keeps nothing may not even be asked. */
function keysOf(storage: Storage): string[] {
  try {
    return Object.keys(storage);
  } catch {
    return [];
  }
}

function read(storage: Storage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

const readOutliving = (key: string): Outliving | null => parse(read(localStorage, key));

function parse(kept: string | null): Outliving | null {
  try {
    const { at, value } = JSON.parse(kept ?? 'null') as Outliving;
    return typeof at === 'number' && typeof value === 'string' ? { at, value } : null;
  } catch {
    // Nothing that we wrote.
    return null;
  }
}

/** False where there was no room for it, or where the device keeps nothing. */
function write(storage: Storage, key: string, value: string): boolean {
  try {
    storage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

function remove(storage: Storage, key: string): void {
  try {
    storage.removeItem(key);
  } catch {
    // A device that keeps nothing has nothing to remove.
  }
}
