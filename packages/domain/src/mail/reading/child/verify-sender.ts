import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Authentication, AuthenticationVerdict } from '@congso/contract/mail-reading';
import { authenticate } from 'mailauth';
import { type Headers, MailParser } from 'mailparser';
import type { Resolve } from './ask-over.ts';
import { addressesOf, plainAddress } from './message/header-values.ts';
import { openMessage } from './message/message-bytes.ts';
import type { ChildTask } from './task.ts';

type Task = Extract<ChildTask, { task: 'authenticate' }>;

/**
 * SPF, DKIM and DMARC of a raw message, from its bytes and the envelope alone: an Authentication-Results field that
 * came with it is the sender's own word and is not looked at.
 */
export async function verifySender(task: Task, resolve: Resolve): Promise<Authentication> {
  const { header, warnings } = await openMessage(task.rawFile);
  const shown = await shownDomain(header);
  // mailauth asks for one thing after another: a signature's mute name server would use up the time of SPF and DMARC.
  const ahead = [`_dmarc.${shown}`, domainOf(task.envelope.from || `@${task.envelope.helo}`)];
  void Promise.allSettled(ahead.map((name) => resolve(name, 'TXT')));
  const result = await authenticate(createReadStream(task.rawFile), {
    ip: task.envelope.ip,
    helo: task.envelope.helo,
    sender: task.envelope.from,
    resolver: resolve as (name: string, type: string) => Promise<string[] | string[][]>,
    trustReceived: false,
    disableArc: true,
    disableBimi: true,
  });

  const spf = {
    verdict: verdictOf(result.spf ? result.spf.status.result : 'none'),
    domain: bounded(result.spf ? result.spf.domain : null),
  };
  // Of several signatures the one that counts: an aligned pass, any pass, one that may yet pass, then the first.
  const signatures = result.dkim.results;
  const best =
    signatures.find(({ status }) => status.result === 'pass' && status.aligned) ??
    signatures.find(({ status }) => status.result === 'pass') ??
    signatures.find(({ status }) => verdictOf(status.result) === 'temperror') ??
    signatures[0];
  const dkim = {
    // Signed only up to a length (l=): whoever forwarded it may have added the rest (RFC 6376, 8.2).
    verdict: best?.status.underSized ? 'neutral' : verdictOf(best?.status.result ?? 'none'),
    domain: bounded(best?.signingDomain),
    selector: bounded(best?.selector),
  };
  const checked = (result.dkim.headerFrom ?? []).map(domainOf);
  const isAmbiguous = checked.length > 1 || warnings.includes('duplicate-from') || checked[0] !== shown;
  const dmarc = dmarcOf(result.dmarc || null, checked[0], isAmbiguous);
  // A missing answer about SPF or DKIM may have been the pass DMARC lacks: a failure is not yet one.
  const isUnsure =
    spf.verdict === 'temperror' || signatures.some(({ status }) => verdictOf(status.result) === 'temperror');
  if (dmarc.verdict === 'fail' && isUnsure) dmarc.verdict = 'temperror';
  return { spf, dkim, dmarc, againLater: isUnsure || dmarc.verdict === 'temperror' };
}

interface DmarcOutcome {
  status: { result: string };
  policy?: string;
  alignment?: { spf: { result: unknown }; dkim: { underSized?: unknown } };
}

/**
 * DMARC is about the one From that is shown. With two From fields, several addresses in one, or an address that the
 * verifier and the parser read differently, nobody can say what a reader will see: no verdict vouches for any of them
 * (RFC 7489, 6.6.1).
 */
function dmarcOf(
  outcome: DmarcOutcome | null,
  from: string | undefined,
  isAmbiguous: boolean,
): Authentication['dmarc'] {
  const domain = bounded(from);
  if (isAmbiguous) return { verdict: 'permerror', domain, policy: null };
  if (outcome === null) return { verdict: 'none', domain, policy: null };
  const policy = (['none', 'quarantine', 'reject'] as const).find((known) => known === outcome.policy?.toLowerCase());
  const isOnPartOnly = Boolean(outcome.alignment?.dkim.underSized) && !outcome.alignment?.spf.result;
  return { verdict: isOnPartOnly ? 'fail' : verdictOf(outcome.status.result), domain, policy: policy ?? null };
}

function domainOf(address: string): string {
  const plain = plainAddress(address);
  return plain.slice(plain.lastIndexOf('@') + 1);
}

/** The domain of the From the reader will be shown, read the way parse-message.ts reads it. */
async function shownDomain(header: Buffer): Promise<string | undefined> {
  const parser = new MailParser();
  const read = once(parser, 'headers');
  parser.end(Buffer.concat([header, Buffer.from('\r\n')]));
  parser.resume();
  const [headers] = (await read) as [Headers];
  const from = addressesOf(headers, 'from').addresses[0];
  return from === undefined ? undefined : domainOf(from.address);
}

/** mailauth's words in those of RFC 8601. A key shorter than policy allows vouches for nothing. */
function verdictOf(result: string): AuthenticationVerdict {
  switch (result) {
    case 'pass':
    case 'fail':
    case 'none':
    case 'softfail':
    case 'neutral':
    case 'permerror':
      return result;
    case 'temperror':
    case 'temperr':
      return 'temperror';
    case 'policy':
      return 'fail';
    default:
      return 'none';
  }
}

function bounded(text: string | undefined | null): string | null {
  return text === undefined || text === null || text === '' ? null : text.slice(0, 255);
}
