import { domainToASCII } from 'node:url';
import type { MailAddress } from '@congso/contract/mail-reading';
import { normalizeLine } from '@congso/language/normalize';
import type { AddressObject, EmailAddress, Headers } from 'mailparser';

const MOST_ADDRESSES = 200;

/** One line of a header as text; '' where it is missing or no text. Bounded before it is normalised. */
export function lineOf(headers: Headers, name: string, longest: number): string {
  const value: unknown = headers.get(name);
  const single: unknown = Array.isArray(value) ? value[0] : value;
  return typeof single === 'string' ? boundedLine(single, longest) : '';
}

/** A line NFC, without controls, lone surrogates or direction characters, at most so many UTF-16 units. */
export function boundedLine(text: string, longest: number): string {
  const line = normalizeLine(text.slice(0, longest * 4).replace(/\p{Cs}/gu, '\uFFFD'));
  return line.slice(0, longest).replace(/\p{Cs}$/u, '');
}

/** The addresses of a field, groups opened, and whether some were left out. */
export function addressesOf(headers: Headers, name: string): { addresses: MailAddress[]; isCut: boolean } {
  const value: unknown = headers.get(name);
  const objects = (Array.isArray(value) ? value : value === undefined ? [] : [value]) as AddressObject[];
  const all = objects.flatMap(({ value: entries }) => (entries ?? []).flatMap((entry) => entry.group ?? [entry]));
  const addresses = all.slice(0, MOST_ADDRESSES).map(addressOf);
  return {
    addresses: addresses.filter(({ name: n, address }) => n !== '' || address !== ''),
    isCut: all.length > MOST_ADDRESSES,
  };
}

function addressOf({ name, address = '' }: EmailAddress): MailAddress {
  return { name: boundedLine(name ?? '', 300), address: plainAddress(address) };
}

/**
 * An address with its domain in lower case and in ASCII form: the one spelling known domains and DMARC are compared in,
 * and one in which a look-alike letter (IDN homograph) shows.
 */
export function plainAddress(address: string): string {
  const line = boundedLine(address, 320).replaceAll(' ', '');
  const at = line.lastIndexOf('@');
  if (at < 0) return line;
  const domain = line.slice(at + 1).toLowerCase();
  return `${line.slice(0, at + 1)}${domainToASCII(domain) || domain}`.slice(0, 320);
}
