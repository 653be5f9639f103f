import type { Office } from '../../office/office.ts';
import { mails } from '../mail-model.ts';
import type { KnownIssuer } from '../reading/phrases/find-issuer.ts';

const MOST_ISSUERS = 2_000;
/** One letter may be a guest at somebody else's address; the second tells that the address is theirs. */
const LETTERS_TO_TRUST = 2;

/**
 * The agencies the office has heard from: the issuers clerks confirmed, and the domains their mail came from. A domain
 * counts as an agency's when DMARC vouched for it, several letters came from it, and all were of that one issuer: a
 * provider many share is nobody's.
 */
export async function listKnownIssuers(office: Office): Promise<KnownIssuer[]> {
  const pairs = await mails.of(office).aggregate<{ _id: { issuer: string; domain: string | null }; count: number }>([
    { $match: { state: 'registered', confirmedIssuer: { $type: 'string' } } },
    { $sort: { receivedAt: -1 } },
    { $limit: MOST_ISSUERS * 5 },
    {
      $group: {
        _id: {
          issuer: '$confirmedIssuer',
          domain: {
            $cond: [{ $eq: ['$authentication.dmarc.verdict', 'pass'] }, '$authentication.dmarc.domain', null],
          },
        },
        count: { $sum: 1 },
      },
    },
  ]);
  const issuersOf = new Map<string, Set<string>>();
  for (const { _id } of pairs) {
    if (_id.domain) issuersOf.set(_id.domain, (issuersOf.get(_id.domain) ?? new Set()).add(_id.issuer));
  }
  const domainsOf = new Map<string, string[]>();
  for (const { _id, count } of pairs) {
    const known = domainsOf.get(_id.issuer) ?? [];
    const isTheirs = _id.domain !== null && count >= LETTERS_TO_TRUST && issuersOf.get(_id.domain)?.size === 1;
    domainsOf.set(_id.issuer, isTheirs && _id.domain ? [...known, _id.domain] : known);
  }
  return [...domainsOf].slice(0, MOST_ISSUERS).map(([name, domains]) => ({ name, domains, aliases: [] }));
}
