import { domainToASCII } from 'node:url';
import type { Office } from '@congso/domain/office/office';
import { listOwnAddresses, type OwnAddress, POSTMASTER } from '@congso/domain/organisation/list-own-addresses';
import { SmtpAnswer } from './smtp-answer.ts';

/** How long what the office calls its own is believed without asking again. */
const FRESH_MS = 1_500;

type Known = { readonly at: number; readonly byAddress: ReadonlyMap<string, OwnAddress> };

/** Finds the office's own address behind a recipient. */
export type OwnAddresses = {
  /** @throws SmtpAnswer when the address is not the office's, or nobody can say at the moment */
  find(recipient: string): Promise<OwnAddress>;
};

export function createOwnAddresses(office: Office): OwnAddresses {
  let known: Known | null = null;
  let loading: Promise<Known> | null = null;

  async function load(): Promise<Known> {
    const at = performance.now();
    const own = await listOwnAddresses(office);
    return { at, byAddress: new Map(own.map((one) => [one.address, one])) };
  }

  /** Recipients that come together share one look; a failed look is not kept. */
  async function current(): Promise<Known> {
    if (known !== null && performance.now() - known.at < FRESH_MS) return known;
    loading ??= load().finally(() => {
      loading = null;
    });
    known = await loading;
    return known;
  }

  return {
    find: async (recipient) => {
      const { byAddress } = await current();
      if (byAddress.size === 0) throw new SmtpAnswer(451, '4.3.2 This office is not open yet');
      const [anyAddress = ''] = byAddress.keys();
      const ownDomain = domainOf(anyAddress);
      const local = recipient.slice(0, recipient.lastIndexOf('@')).toLowerCase();
      // RFC 5321, 4.5.1: postmaster, also without a domain.
      const wanted =
        recipient.toLowerCase() === POSTMASTER ? `${POSTMASTER}@${ownDomain}` : `${local}@${domainOf(recipient)}`;
      const found = byAddress.get(wanted) ?? byAddress.get(withoutDetail(wanted));
      if (found) return found;
      throw domainOf(wanted) === ownDomain
        ? new SmtpAnswer(550, '5.1.1 No such mailbox here')
        : new SmtpAnswer(550, '5.7.1 This office does not relay mail');
    },
  };
}

/** "vanthu+thanhtra@" is the mailbox "vanthu@": what stands behind the plus is the sender's own note (RFC 5233). */
function withoutDetail(address: string): string {
  return address.replace(/^([^+]+)\+.*(?=@[^@]*$)/s, '$1');
}

function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return domainToASCII(domain) || domain.toLowerCase();
}
