import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Authentication, AuthenticationVerdict } from '@congso/contract/mail-reading';
import { authenticate } from 'mailauth';
import { type Headers, MailParser } from 'mailparser';
import { addressesOf, plainAddress } from './message/header-values.ts';
import { openMessage } from './message/message-bytes.ts';
import type { ChildTask } from './task.ts';

type Task = Extract<ChildTask, { task: 'authenticate' }>;

/**
 * SPF, DKIM and DMARC of a raw message, from its bytes and the envelope alone: an Authentication-Results field that
 * came with it is the sender's own word and is not looked at.
 */
export async function verifySender(task: Task): Promise<Authentication> {
  const dns = dnsWithin(task.dnsBudgetMs, task.dnsServers);
  const { header, warnings } = await openMessage(task.rawFile);
  const shown = await shownDomain(header);
  // mailauth asks for one thing after another: a signature's mute name server would use up the time of SPF and DMARC.
  dns.askAhead([`_dmarc.${shown}`, domainOf(task.envelope.from || `@${task.envelope.helo}`)]);
  const result = await authenticate(createReadStream(task.rawFile), {
    ip: task.envelope.ip,
    helo: task.envelope.helo,
    sender: task.envelope.from,
    resolver: dns.resolve,
    trustReceived: false,
    disableArc: true,
    disableBimi: true,
  });
  dns.close();

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

/**
 * A resolver that answers within one budget for all questions together. When it is used up every question, open or
 * new, ends in ETIMEOUT, so that what was answered in time still counts and the rest comes out as a temporary error.
 */
function dnsWithin(budgetMs: number, servers: readonly string[]) {
  const resolver = new Resolver({ timeout: Math.max(200, Math.floor(budgetMs / 4)), tries: 2 });
  if (servers.length > 0) resolver.setServers([...servers]);
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    resolver.cancel();
  }, budgetMs);
  const ask = async (name: string, type: string) => {
    if (isOver) throw outOfTime();
    try {
      return (await resolver.resolve(name, type)) as string[] | string[][];
    } catch (error) {
      // c-ares gives up in several words; to mailauth only ETIMEOUT is "ask again later".
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (['ENOTFOUND', 'ENODATA'].includes(code)) throw error;
      // A name no server can be asked for has no record, today and tomorrow.
      if (['EBADNAME', 'EBADQUERY', 'EBADSTR'].includes(code))
        throw Object.assign(new Error(name), { code: 'ENOTFOUND' });
      throw outOfTime();
    }
  };
  const asked = new Map<string, ReturnType<typeof ask>>();
  const resolve = (name: string, type: string) => {
    const question = `${type} ${name.toLowerCase()}`;
    const answer = asked.get(question) ?? ask(name, type);
    asked.set(question, answer);
    return answer;
  };
  const askAhead = (names: readonly string[]) => void Promise.allSettled(names.map((name) => resolve(name, 'TXT')));
  return { resolve, askAhead, close: () => clearTimeout(timer) };
}

function outOfTime(): Error {
  return Object.assign(new Error('DNS did not answer in time'), { code: 'ETIMEOUT' });
}
