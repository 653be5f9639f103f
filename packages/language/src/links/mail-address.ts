import { isHost, type Link, matchAt } from './scan.ts';

const HOST = /[a-z0-9.-]{1,253}/iy;
/** RFC 5321, 4.5.3.1.1. */
const LONGEST_NAME = 64;
const NAME = /[a-z0-9._%+-]/i;
const NEVER_BEFORE = /[\p{L}\p{N}/@]/u;
/** Nor does one begin behind the host of a web address and a colon: what stands there is a password. */
const WEB_HOST_BEFORE = /:\/\/[\p{L}\p{N}.-]{1,253}:$/u;
const FURTHEST_BEFORE = 300;

/** The mail address around the @ at this place of a word; null when there is none. */
export function mailAddress(word: string, at: number, notBefore: number): Link | null {
  let from = at;
  while (from > notBefore && at - from <= LONGEST_NAME && NAME.test(word[from - 1] ?? '')) from -= 1;
  while (from < at && /[.%+-]/.test(word[from] ?? '')) from += 1;
  const name = word.slice(from, at);
  if (name === '' || name.length > LONGEST_NAME || name.endsWith('.') || NEVER_BEFORE.test(word[from - 1] ?? ''))
    return null;
  if (WEB_HOST_BEFORE.test(word.slice(Math.max(0, from - FURTHEST_BEFORE), from))) return null;
  const host = matchAt(HOST, word, at + 1)?.replace(/[.-]{1,253}$/, '') ?? '';
  const to = at + 1 + host.length;
  if (!isHost(host, 2) || !/\.[a-z][a-z0-9-]{1,62}$/i.test(host) || word[to] === '@') return null;
  return { from, to, href: `mailto:${encodeURIComponent(name)}@${host}` };
}
