import type { IncomingMessage } from 'node:http';
import { clientNetwork } from '@congso/domain/office/client-network';
import type { Office } from '@congso/domain/office/office';
import type { SignedIn } from '@congso/domain/sessions/authenticate';
import proxyAddress from 'proxy-addr';
import { findCaller } from '../http/find-caller.ts';
import { createBuckets } from './bucket.ts';
import type { NameConnection } from './limit-connections.ts';

/** Tells who is signed in from who is not, and counts the latter by the network they come from. */
export type Strangers = {
  /** Who sent a request; null for a stranger. @throws Refusal */
  meet(request: IncomingMessage): Promise<SignedIn | null>;
  /** Answers whether a stranger's request is looked at; counts it. */
  admit(request: IncomingMessage): boolean;
  /** The network a request comes from, as the proxies in front tell it that are believed. */
  networkOf(request: IncomingMessage): string;
};

/**
 * An office shares one address, and all of it signs in within a quarter of an hour. Who is signed in is not counted
 * here.
 */
const FROM_ONE_NETWORK = { most: 600, perSecond: 60 };
/** All networks together: a tenth of what the process could answer. */
const FROM_EVERYWHERE = { most: 1_000, perSecond: 200 };
/** Whoever asks this little is looked at also while the others use all of that up. */
const ALWAYS = { most: 20, perSecond: 1 };

/** Bounds what strangers cost. */
export function limitStrangers(
  office: Office,
  trustedProxies: number,
  nameConnection: NameConnection = () => undefined,
  now = () => performance.now(),
): Strangers {
  const fromNetwork = createBuckets(FROM_ONE_NETWORK, now);
  const fromEverywhere = createBuckets(FROM_EVERYWHERE, now);
  const always = createBuckets(ALWAYS, now);
  const isTrusted = (_address: string, hops: number) => hops < trustedProxies;
  const networkOf = (request: IncomingMessage) => clientNetwork(proxyAddress(request, isTrusted) ?? '');
  return {
    networkOf,
    meet: async (request) => {
      const caller = await findCaller(office, request);
      if (caller) nameConnection(request.socket, caller.personId);
      return caller;
    },
    admit: (request) => {
      const network = networkOf(request);
      const isLittle = always.take(network);
      if (!fromNetwork.take(network)) return false;
      return fromEverywhere.take('') || isLittle;
    },
  };
}
