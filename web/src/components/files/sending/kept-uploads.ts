import { officeNow } from '../../../lib/time/office-clock.ts';
import { readPageOwner } from '../../../realtime/page-owner.ts';
import type { Upload } from './upload.ts';

/** What is known of a file on its way after its page was closed. */
export type KeptUpload = Pick<Upload, 'key' | 'place' | 'name' | 'size' | 'fileId' | 'address'> & { at: number };

const PREFIX = 'congso.upload/';
/** The office throws away after a week what is named nowhere; a little earlier it is asked for again. */
const KEPT_MS = 6.5 * 24 * 60 * 60 * 1_000;

const keyOf = (key: string): string => `${PREFIX}${readPageOwner()}/${key}`;

/** Each is an entry of its own, so that two tabs never write over each other's; under the id of whose page this is. */
export function keepUpload({ key, place, name, size, fileId, address }: Upload): void {
  const kept: KeptUpload = { key, place, name, size, fileId, address, at: officeNow() };
  try {
    localStorage.setItem(keyOf(key), JSON.stringify(kept));
  } catch {
    // The device is full, or keeps nothing: it is known as long as the page lives.
  }
}

export function forgetKeptUpload(key: string): void {
  try {
    localStorage.removeItem(keyOf(key));
  } catch {
    // A device that keeps nothing has nothing to remove.
  }
}

/** Those of the person whose page this is, in the order in which they were chosen. What is too old is forgotten. */
export function readKeptUploads(): KeptUpload[] {
  const mine = `${PREFIX}${readPageOwner()}/`;
  const found = listKeys()
    .filter((key) => key.startsWith(mine))
    .flatMap((key) => read(key) ?? []);
  const [young, old] = [found.filter(isYoung), found.filter((kept) => !isYoung(kept))];
  for (const { key } of old) forgetKeptUpload(key);
  return young.sort((a, b) => a.at - b.at);
}

/** The keys of everybody's at this device. */
export const listKeptKeys = (): string[] =>
  listKeys()
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.split('/').at(-1) ?? '');

const isYoung = ({ at }: KeptUpload): boolean => at > officeNow() - KEPT_MS;

function listKeys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(key: string): KeptUpload | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptUpload | null;
  } catch {
    // Nothing that we wrote.
    return null;
  }
}
