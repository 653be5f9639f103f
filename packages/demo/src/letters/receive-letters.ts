import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Authentication } from '@congso/contract/mail-reading';
import { DOCUMENT_TYPES } from '@congso/domain/documents/document-types';
import { findDocument } from '@congso/domain/documents/find-document';
import { registerDocument } from '@congso/domain/documents/register/register-document';
import { setMailAside } from '@congso/domain/mail/deciding/decisions';
import { findMail } from '@congso/domain/mail/find-mail';
import { RESULT_FILE } from '@congso/domain/mail/reading/child/child-result';
import { runTask } from '@congso/domain/mail/reading/child/task';
import { deliveryKey } from '@congso/domain/mail/reading/duplicate-keys';
import type { RunChild } from '@congso/domain/mail/reading/run-limited-child';
import { acceptDelivery } from '@congso/domain/mail/receiving/accept-delivery';
import { createFingerprint } from '@congso/domain/mail/receiving/message-fingerprint';
import { authenticateReceivedMail } from '@congso/domain/mail/working/authenticate-received-mail';
import { readReceivedMail } from '@congso/domain/mail/working/read-received-mail';
import { as, type Demo, once } from '../filling/demo.ts';
import { onOwnClock } from '../filling/lane.ts';
import { createRandom } from '../filling/seeded-random.ts';
import { DEPARTMENT } from '../people/department.ts';
import { makeLetterMail } from './make-letter-mail.ts';
import { ODD_MAILS } from './odd-mails.ts';
import { type PlannedLetter, planLetters } from './plan-letters.ts';

/** A letter with its number in the register. */
export type RegisteredLetter = {
  readonly letter: PlannedLetter;
  readonly documentId: string;
  readonly registeredAt: Date;
};

export const REGISTRY = `${DEPARTMENT.registryMailbox}@${DEPARTMENT.mailDomain}`;

type Event = { readonly at: Date; readonly happens: () => Promise<void> };

/**
 * Lets the letters arrive and the registry work on them, one after the other by the clock: the register's order is the
 * order of time. Yields each letter that was registered.
 */
export async function* receiveLetters(filled: Demo): AsyncGenerator<RegisteredLetter> {
  const demo = { ...filled, office: onOwnClock(filled, filled.from) };
  const registered: RegisteredLetter[] = [];
  const events = [
    ...planLetters(demo).flatMap((letter) => eventsOf(demo, letter, registered)),
    ...ODD_MAILS.flatMap((mail, index) => {
      const at = new Date(demo.until.getTime() - mail.hoursAgo * 3_600_000);
      return at < demo.from ? [] : [{ at, happens: () => receiveOddMail(demo, index, at) }];
    }),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at, happens } of events) {
    demo.office.clock.set(at);
    await happens();
    await demo.office.relay.settled();
    yield* registered.splice(0);
  }
}

function eventsOf(demo: Demo, letter: PlannedLetter, registered: RegisteredLetter[]): Event[] {
  const random = createRandom(`registry ${letter.index}`);
  let mailId = '';
  const arrival = {
    at: letter.arrivesAt,
    happens: async () => {
      mailId = await deliver(demo, await mailOf(letter), `vanthu@${letter.issuer.domain}`);
      await read(demo, mailId);
    },
  };
  if (letter.hold === 'queue') return [arrival];
  const at = demo.hours.after(letter.arrivesAt, letter.topic.stamp ? random.between(3, 9) : random.between(8, 70));
  if (at > demo.until) return [arrival];
  const registration = {
    at,
    happens: async () => {
      const documentId = await register(demo, letter, mailId, random.chance(0.7) ? 'vanthu' : 'vanthu2');
      registered.push({ letter, documentId, registeredAt: at });
    },
  };
  return [arrival, registration];
}

function mailOf(letter: PlannedLetter): Promise<Buffer> {
  const { content, issuer, arrivesAt, index, topic } = letter;
  const mark = topic.stamp ? `[${topic.stamp}] ` : '';
  const sender = { name: issuer.name, domain: issuer.domain };
  return makeLetterMail({ content, sender, to: REGISTRY, sentAt: arrivesAt, key: `vb-${index}`, mark });
}

/** Hands a raw message to the office as the gateway does. Answers the mail's id. */
async function deliver({ office }: Demo, raw: Buffer, from: string): Promise<string> {
  const fingerprint = createFingerprint();
  fingerprint.update(raw);
  const known = fingerprint.finish();
  const helo = `mail.${from.slice(from.indexOf('@') + 1)}`;
  await acceptDelivery(office, {
    // 192.0.2.0/24 is nobody's (RFC 5737).
    envelope: { ip: '192.0.2.25', helo, from },
    recipients: [{ address: REGISTRY, unitId: null }],
    receivedField: `from ${helo} (192.0.2.25) by ${DEPARTMENT.mailDomain} with ESMTPS; ${office.clock.now().toUTCString()}`,
    raw: await office.blobs.put(pieces(raw)),
    fingerprint: known,
  });
  await office.relay.settled();
  return deliveryKey({ envelopeFrom: from, ...known }, REGISTRY);
}

async function* pieces(raw: Buffer): AsyncIterable<Uint8Array> {
  yield raw;
}

/**
 * Reads a mail as the workers do, when it is due: at once, or when the lease has ended of a filling that was killed over
 * it.
 */
async function read({ office }: Demo, mailId: string): Promise<void> {
  for (let mail = await findMail(office, mailId); mail?.duty && mail.nextAt; mail = await findMail(office, mailId)) {
    if (mail.nextAt > office.clock.now()) office.clock.set(mail.nextAt);
    if (mail.duty === 'read') await readReceivedMail(office, mailId, undefined, readHere);
    else await authenticateReceivedMail(office, mailId, { dnsServers: [], run: readHere });
    await office.relay.settled();
  }
}

/**
 * The letters are our own, so they need no child to be read in, which would take most of a second each. Their senders'
 * domains exist nowhere, so nobody can be asked who vouches for them: the invented province vouches for its own.
 */
const readHere: RunChild = async (task) => {
  if (task.task === 'read') {
    await runTask(task, () => Promise.reject(new Error('a letter is read without the DNS')));
    return null;
  }
  const domain = task.envelope.from.slice(task.envelope.from.indexOf('@') + 1);
  const isOwn = domain.endsWith('lamson.example');
  const authentication: Authentication = {
    spf: { verdict: 'pass', domain },
    dkim: { verdict: isOwn ? 'pass' : 'none', domain: isOwn ? domain : null, selector: isOwn ? 'cv1' : null },
    dmarc: { verdict: isOwn ? 'pass' : 'none', domain, policy: isOwn ? 'reject' : null },
    againLater: false,
  };
  await writeFile(join(task.folder, RESULT_FILE), JSON.stringify(authentication));
  return null;
};

async function register(demo: Demo, letter: PlannedLetter, mailId: string, clerk: string): Promise<string> {
  const mail = await findMail(demo.office, mailId);
  // Filling again after a crash: the register goes forward only, and this letter has its number.
  const before = mail?.documentId ? await findDocument(demo.office, mail.documentId) : null;
  if (before) return before._id;
  const [typeName] = letter.topic.type;
  const { id } = await registerDocument(demo.office, as(demo, clerk), {
    requestId: once('register', letter.index),
    mailId,
    fields: {
      issuer: letter.issuer.name,
      codeNumber: String(letter.number),
      codeNotation: letter.notation,
      issuedDate: letter.issuedDate,
      documentType: DOCUMENT_TYPES.find(({ nameVi }) => nameVi === typeName)?.key ?? 'official-dispatch',
      subject: letter.subject,
      urgency: letter.topic.stamp === 'HỎA TỐC' ? 'express' : letter.topic.stamp === 'KHẨN' ? 'urgent' : 'normal',
      note: '',
      dueInLetter: mail?.proposal?.deadline?.value ?? null,
    },
  });
  return id;
}

async function receiveOddMail(demo: Demo, index: number, at: Date): Promise<void> {
  const mail = ODD_MAILS[index];
  if (!mail) return;
  const raw = await mail.make(at, REGISTRY);
  const mailId = await deliver(demo, raw, mail.from);
  await read(demo, mailId);
  if (!mail.setAside) return;
  const decidedAt = demo.hours.after(at, 30);
  if (decidedAt > demo.until) return;
  demo.office.clock.set(decidedAt);
  await setMailAside(demo.office, as(demo, 'vanthu2'), {
    requestId: once('aside', index),
    mailId,
    reason: mail.setAside,
  });
}
