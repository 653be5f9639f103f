import { BlockList, isIP, isIPv6 } from 'node:net';
import type { Request } from 'express';

/** Answers whether a request comes from where the operator's own programs are. */
export type IsOperator = (request: Request) => boolean;

/**
 * @param networks addresses and networks as `10.1.0.0/16`
 * @throws when one is of another form
 */
export function readOperators(networks: readonly string[]): IsOperator {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    if (isIP(address) === 0) throw new Error(`OPERATOR_NETWORKS: not an address: ${network}`);
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (request) => {
    // Of a request that somebody handed on whom nobody told us to believe, nobody knows where it comes from.
    const isHandedOn = request.ips.length === 0 && request.headers['x-forwarded-for'] !== undefined;
    const address = (request.ip ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
    if (isHandedOn || isIP(address) === 0) return false;
    return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  };
}
