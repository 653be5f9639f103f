import { isIPv6 } from 'node:net';

/** As a socket that listens for both shows an IPv4 address. */
const MAPPED = /^::ffff:(?=\d+\.)/i;

/**
 * Whom an address stands for when connections or attempts are counted: itself, or for IPv6 the /64 it lies in, because
 * a single client owns all of that.
 */
export function clientNetwork(given: string): string {
  const address = given.replace(MAPPED, '');
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const filled = address.includes('::')
    ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left;
  return `${filled
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
