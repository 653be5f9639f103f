import { normalizePhone } from '../phones.ts';
import type { Link } from './scan.ts';

// What may not stand around a number: the rest of a longer one, of a sum, of a document's number. Everything is bounded,
// so that nothing is tried for long.
const BEFORE = String.raw`(?<![\p{L}\p{N}_/@#+]|\p{N}[.,-])`;
const AFTER = String.raw`(?![\p{N}\p{L}_/]|[.,-]\p{N})`;
/** Numbers as people group them; whether it is one, `normalizePhone` says. */
const PHONE = new RegExp(String.raw`${BEFORE}(?:\(\+?84\)|\+84|\(0\d{1,3}\)|0)(?:[ .-]?\d){7,10}${AFTER}`, 'gu');
/** Numbers one calls for advice, at home only: 1800 and 1900 with four or six digits. */
const HOTLINE = new RegExp(String.raw`${BEFORE}1[89]00[ .]?\d{2}[ .]?\d{2}(?:[ .]?\d{2})?${AFTER}`, 'gu');

/** The Vietnamese telephone numbers in a text, at most so many of a kind are looked at. */
export function phoneNumbers(text: string, most: number): Link[] {
  const links: Link[] = [];
  for (const [pattern, hrefOf] of [[PHONE, phoneHref] as const, [HOTLINE, hotlineHref] as const]) {
    let looked = 0;
    for (const { 0: found, index } of text.matchAll(pattern)) {
      if (++looked > most) break;
      const href = hrefOf(found);
      if (href !== null) links.push({ from: index, to: index + found.length, href });
    }
  }
  return links;
}

function phoneHref(written: string): string | null {
  const phone = normalizePhone(written);
  return phone === null ? null : `tel:${phone}`;
}

const hotlineHref = (written: string): string => `tel:${written.replace(/\D/g, '')}`;
