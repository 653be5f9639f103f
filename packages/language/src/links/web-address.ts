import { isHost, LETTER_OR_DIGIT, type Link, matchAt } from './scan.ts';

const HOST = /[\p{L}\p{N}.-]{1,253}/uy;
const PORT = /:\d{1,5}/y;
/** Who puts a name before the host means to be taken for another: https://bank.vn@elsewhere. */
const NAME_BEFORE_HOST = /(?::[^@/?#]{0,80})?@/y;
/** What people write of a site without `www.`; after other endings it may be the name of a file or of a form. */
const BARE_HOST = /[a-z0-9][a-z0-9.-]{0,250}\.(?:vn|com|org|net)(?![\p{L}\p{N}@-]|\.[\p{L}\p{N}])/iuy;
const CLOSES: Record<string, string> = { ')': '(', ']': '[', '}': '{', '’': '‘' };
/** What ends a sentence, or begins what is beside it, is no part of the address before it. */
const TRAILING = new Set(".,;:!?'…*([{‘–—");

/** The address in a word that begins with this mark, `http://`, `https://` or `www.`; null when it is none. */
export function webAddress(word: string, from: number, mark: string): Link | null {
  const isWww = mark.toLowerCase() === 'www.';
  const before = word[from - 1] ?? '';
  if (LETTER_OR_DIGIT.test(before) || (isWww && /[.@/-]/.test(before))) return null;
  const hostAt = isWww ? from : from + mark.length;
  const host = matchAt(HOST, word, hostAt);
  if (!host || matchAt(NAME_BEFORE_HOST, word, hostAt + host.length)) return null;
  // "www." alone is no site; a server of the house may have a name of one part.
  return isHost(host, isWww ? 3 : 1) ? addressTo(word, from, hostAt + host.length, isWww ? 'http://' : '') : null;
}

/** The address of a site as it is said, `moha.gov.vn`, at this place of a word; null when there is none. */
export function bareAddress(word: string, from: number): Link | null {
  const host = matchAt(BARE_HOST, word, from);
  // A browser asks for it safely first, whatever stands here.
  return host && isHost(host, 2) && !/^www\./i.test(host) ? addressTo(word, from, from + host.length, 'http://') : null;
}

/** The address whose host ends at `hostEnd`, with what follows it in the word as far as it belongs to it. */
function addressTo(word: string, from: number, hostEnd: number, scheme: string): Link | null {
  const afterPort = hostEnd + (matchAt(PORT, word, hostEnd)?.length ?? 0);
  const to = trimmed(word, from, /[/?#]/.test(word[afterPort] ?? '') ? closingIn(word, afterPort) : afterPort);
  const href = hrefOf(scheme + word.slice(from, to));
  return href === null ? null : { from, to, href };
}

/** Where the address ends that goes on at `at`: at a bracket that was opened before it, else with the word. */
function closingIn(word: string, at: number): number {
  const open: Record<string, number> = {};
  for (let i = at; i < word.length; i += 1) {
    const character = word[i] ?? '';
    const opener = CLOSES[character];
    if (opener === undefined) open[character] = (open[character] ?? 0) + 1;
    else if ((open[opener] ?? 0) === 0) return i;
    else open[opener] = (open[opener] ?? 0) - 1;
  }
  return word.length;
}

function trimmed(word: string, from: number, end: number): number {
  let to = end;
  while (to > from && TRAILING.has(word[to - 1] ?? '')) to -= 1;
  return to;
}

function hrefOf(address: string): string | null {
  try {
    const { href, protocol } = new URL(address);
    return protocol === 'http:' || protocol === 'https:' ? href : null;
  } catch {
    // Looks like an address and is none: it stays text.
    return null;
  }
}
