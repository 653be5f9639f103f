import type { ParsedMail, ProposalNote, ProposalSource } from '@congso/contract/mail-reading';
import { agencyOfDisplayName, findIssuerByAddress, findIssuerByName, type KnownIssuer } from './phrases/find-issuer.ts';
import type { LetterHeading } from './phrases/read-heading.ts';

type ProposedIssuer = { issuer: { value: string; source: ProposalSource } | null; notes: ProposalNote[] };

/**
 * The agency a letter is of: the one its printed head names, else the one whose address it came from, else what the sender's
 * name says; and the doubts about it.
 */
export function proposeIssuer(
  heading: LetterHeading | null,
  mail: ParsedMail,
  known: readonly KnownIssuer[],
): ProposedIssuer {
  const notes: ProposedIssuer['notes'] = [];
  const bySender = mail.from === null ? null : findIssuerByAddress(mail.from.address, known);
  const shown = mail.from === null ? null : agencyOfDisplayName(mail.from.name);
  const printed = heading?.agencies.at(-1) ?? null;
  if (printed !== null && heading !== null) {
    const issuer = knownIssuerOf(heading.agencies, bySender, known);
    if (issuer === null) notes.push('issuer-not-known');
    else if (bySender !== null && bySender !== issuer) notes.push('issuer-differs-from-sender');
    // A letterhead is all capitals: the same name as its sender writes it reads better in a register.
    const written = shown === null ? null : knownIssuerOf(heading.agencies, null, [issuerCalled(shown)]);
    return { issuer: { value: issuer?.name ?? written?.name ?? printed, source: 'pdf' as const }, notes };
  }
  if (bySender !== null) return { issuer: { value: bySender.name, source: 'sender' as const }, notes };
  const issuer = shown === null ? null : findIssuerByName(shown, known);
  if (issuer === null) notes.push('issuer-not-known');
  // A display name is anybody's to choose: it names an agency, it proves none.
  return { issuer: shown === null ? null : { value: issuer?.name ?? shown, source: 'sender' as const }, notes };
}

const issuerCalled = (name: string): KnownIssuer => ({ name, domains: [], aliases: [] });

/** "SỞ NỘI VỤ" under "UBND TỈNH LẠNG SƠN": known by itself, with its superior's place, or as the sender's own agency. */
function knownIssuerOf(agencies: readonly string[], bySender: KnownIssuer | null, known: readonly KnownIssuer[]) {
  const printed = agencies.at(-1) ?? '';
  const place = /(?:tỉnh|thành phố|tp\.?|huyện|quận|xã|phường|thị trấn)\s.+$/iu.exec(agencies.at(-2) ?? '')?.[0] ?? '';
  if (bySender !== null && findIssuerByName(printed, [bySender]) !== null) return bySender;
  const bare = place.replace(/^(?:tỉnh|thành phố|tp\.?)\s/iu, '');
  return (
    findIssuerByName(`${printed} ${place}`, known) ??
    findIssuerByName(`${printed} ${bare}`, known) ??
    findIssuerByName(printed, known)
  );
}
