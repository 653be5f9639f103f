import { access, appendFile, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { makeLetterPdf } from '@congso/demo/letters/make-letter-pdf';
import { putMail } from '@congso/test/support/documents/build-letters';
import { buildReadingChild } from '@congso/test/support/mail/build-reading-child';
import { type Address, lastMail, REGISTRY, receiveMail } from '@congso/test/support/mail/receive-mail';
import { buildOffice, callerOf } from '@congso/test/support/people/build-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AGGREGATES } from '../collections.ts';
import { getDocument } from '../documents/open-document.ts';
import { registerDocument } from '../documents/register/register-document.ts';
import { voidDocument } from '../documents/register/void-document.ts';
import { createFileFromBlob } from '../files/create-file.ts';
import { getFile } from '../files/file-access.ts';
import { files } from '../files/file-model.ts';
import { listHistory } from '../history/list-history.ts';
import { claimDue } from '../jobs/due-work.ts';
import { createMailRule } from '../mail-rules/change-mail-rules.ts';
import type { Caller } from '../office/caller.ts';
import { units } from '../organisation/unit-model.ts';
import { sweepOutboxes } from '../outbox/sweep-outboxes.ts';
import { people } from '../people/person-model.ts';
import { presentMe } from '../sessions/present-me.ts';
import { pullStream } from '../sync/pull-stream.ts';
import { findMailAccess } from './access.ts';
import { destroyMail, quarantineMail, refuseMail, setMailAside, takeMailBack } from './deciding/decisions.ts';
import { removeLeftBehind } from './deciding/remove-content.ts';
import { getMail, listMails } from './list-mails.ts';
import { type MailDoc, mails } from './mail-model.ts';
import { openOriginal } from './open-original.ts';
import type { ChildCommand } from './reading/children/limited-child.ts';
import { authenticateReceivedMail } from './working/authenticate-received-mail.ts';
import { MAIL_DUTIES } from './working/mail-duties.ts';
import { readReceivedMail } from './working/read-received-mail.ts';

let office: TestOffice;
let command: ChildCommand;
beforeAll(async () => {
  command = await buildReadingChild();
});
beforeEach(async () => {
  office = await openTestOffice();
  await buildOffice(office);
});
afterEach(() => closeTestOffice(office));

const PLANNING: Address = { address: 'kehoach@snv.example.vn', unitId: 'planning' };
const letter = (subject: string, body = 'Kính gửi Quý cơ quan.\r\n') =>
  [
    'From: =?UTF-8?B?U+G7nyBUw6BpIGNow61uaA==?= <vanthu@stc.example.vn>',
    'To: vanthu@snv.example.vn',
    `Subject: ${subject}`,
    `Message-ID: <${subject.length}.${body.length}@stc.example.vn>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '--b',
    'Content-Type: text/csv; name=annex.csv',
    'Content-Disposition: attachment; filename="../annex.csv"',
    '',
    'a,b',
    '--b--',
    '',
  ].join('\r\n');

/** The beginning of a picture, by which its kind is known. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64');

const receive = (raw: string, recipients = [REGISTRY], from?: string) => receiveMail(office, raw, recipients, from);
const last = () => lastMail(office);
const read = async (mail: MailDoc) => {
  await readReceivedMail(office, mail._id, command);
  await office.relay.settled();
  const after = await mails.of(office).findOne({ _id: mail._id }).lean<MailDoc>();
  if (!after) throw new Error('the mail vanished');
  return after;
};
const because = (mail: MailDoc, requestId = 'request-1') => ({ mailId: mail._id, requestId, reason: 'Có lý do' });

describe('a received mail', () => {
  it('is on the clerks’ screens at once, and on that of the head whose unit it came to', async () => {
    for (const person of ['clerk', 'planning-head', 'finance-head']) await pullStream(office, person, null);
    const mail = await receive(letter('x'), [PLANNING]);
    const mark = { kind: 'mail', id: mail._id, version: 1 };
    expect((await pullStream(office, 'clerk', 0)).marks).toEqual([mark]);
    expect((await pullStream(office, 'planning-head', 0)).marks).toEqual([mark]);
    expect((await pullStream(office, 'finance-head', 0)).marks).toEqual([]);
    const { items } = await listMails(office, await callerOf(office, 'clerk'), { box: 'queue' });
    expect(items).toMatchObject([{ id: mail._id, state: 'received', subject: '' }]);
  });

  it('shows its sender as he is spelled also before it is read: nothing backwards, look-alike letters told apart', async () => {
    await receive(letter('x'), [REGISTRY], 'a\u202Enavuhtnav@snv.ехample.vn');
    const { items } = await listMails(office, await callerOf(office, 'clerk'), { box: 'queue' });
    expect(items[0]?.fromAddress).toBe('anavuhtnav@snv.xn--ample-ywe6i.vn');
  });

  it('is read once, however often it is woken: text, attachments and a proposal', async () => {
    const mail = await receive(letter('=?UTF-8?Q?C=C3=B4ng_v=C4=83n_s=E1=BB=91_12/STC-NS?='));
    await Promise.all([read(mail), read(mail)]);
    const opened = await getMail(office, await callerOf(office, 'clerk'), { mailId: mail._id });
    expect(opened).toMatchObject({
      state: 'proposed',
      fromName: 'Sở Tài chính',
      fromAddress: 'vanthu@stc.example.vn',
      attachments: [{ name: 'annex.csv', size: 3 }],
      proposal: { codeNumber: { value: '12' }, codeNotation: { value: 'STC-NS' } },
    });
    expect(opened.text).toContain('Kính gửi Quý cơ quan.');
    expect(await files.of(office).countDocuments()).toBe(1);
    const actions = (await listHistory(office, 'mail', mail._id)).map((line) => line.action);
    expect(actions).toEqual(['received', 'read']);
  });

  it('has its PDF among its attachments also where Apple Mail or Exchange put it inside the text, and not its logo', async () => {
    const pdf = await makeLetterPdf({
      agency: 'SỞ TÀI CHÍNH',
      code: '12/STC-NS',
      place: 'Lạng Sơn',
      date: '2026-03-09',
      type: 'Công văn',
      subject: 'báo cáo dự toán',
      paragraphs: ['Trân trọng./.'],
      signer: { title: 'Giám đốc', name: 'Nguyễn Văn Án' },
    });
    const part = (type: string, id: string, content: Buffer) => [
      '--b',
      `Content-Type: ${type}`,
      'Content-Disposition: inline; filename=x',
      `Content-ID: <${id}@stc>`,
      'Content-Transfer-Encoding: base64',
      '',
      content.toString('base64'),
    ];
    const mail = await receive(
      [
        'From: vanthu@stc.example.vn',
        'Subject: x',
        'Content-Type: multipart/related; boundary=b',
        '',
        '--b',
        'Content-Type: text/html',
        '',
        '<img src="cid:logo@stc"><object data="cid:letter@stc"></object>',
        ...part('image/png', 'logo', PNG),
        ...part('application/pdf', 'letter', pdf),
        '--b--',
        '',
      ].join('\r\n'),
    );
    const { fileIds, proposal } = await read(mail);
    expect(proposal?.codeText?.value).toBe('12/STC-NS');
    const kept = await files.of(office).find({ _id: { $in: fileIds } });
    expect(kept.map(({ mime, size }) => ({ mime, size }))).toEqual([{ mime: 'application/pdf', size: pdf.length }]);
  });

  it('that kills three workers becomes "original only"', async () => {
    const mail = await receive(letter('x'));
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await claimDue(office, mails, mail._id, MAIL_DUTIES.read.leaseMs, MAIL_DUTIES.read);
      office.clock.advance(MAIL_DUTIES.read.leaseMs);
    }
    expect((await last()).state).toBe('received');
    expect(await read(mail)).toMatchObject({ state: 'original-only', duty: 'authenticate' });
  });

  describe('that a fault of ours keeps from being read', () => {
    const broken: ChildCommand = ['/nowhere/no-such-program'];
    /** Lets a worker fail at it whenever it is due, until `isEnough`. */
    const fail = async (mail: MailDoc, isEnough: (now: MailDoc) => boolean) => {
      for (let now = mail; !isEnough(now); now = await last()) {
        office.clock.set(now.nextAt ?? office.clock.now());
        await readReceivedMail(office, mail._id, broken);
      }
    };

    it('is read when the fault is mended some hours later, the disk’s for temporary files too', async () => {
      const mail = await receive(letter('x'));
      const hours = (count: number) => new Date(mail.receivedAt.getTime() + count * 60 * 60_000);
      await fail(mail, ({ nextAt }) => nextAt !== null && nextAt > hours(3));
      office.clock.set((await last()).nextAt ?? hours(3));
      vi.stubEnv('TMPDIR', '/nowhere');
      await readReceivedMail(office, mail._id, command);
      vi.unstubAllEnvs();
      expect((await last()).state).toBe('received');
      office.clock.set((await last()).nextAt ?? hours(3));
      expect(await read(mail)).toMatchObject({ state: 'proposed', attempts: 0, faults: 0 });
    });

    it('is "original only" in the end', async () => {
      const mail = await receive(letter('x'));
      await fail(mail, ({ state }) => state !== 'received');
      expect(await last()).toMatchObject({ state: 'original-only', duty: 'authenticate', faults: 0 });
      expect(office.clock.now().getTime() - mail.receivedAt.getTime()).toBeGreaterThan(6 * 60 * 60_000);
    });

    it('is authenticated when it is mended', async () => {
      const mail = await read(await receive(letter('x')));
      for (let attempt = 0; attempt < 6; attempt += 1) {
        await authenticateReceivedMail(office, mail._id, { command: broken, dnsServers: [] });
        office.clock.set((await last()).nextAt ?? office.clock.now());
      }
      await authenticateReceivedMail(office, mail._id, { command, dnsServers: ['127.0.0.1:9'] });
      expect(await last()).toMatchObject({ duty: 'authenticate', authentication: { spf: { verdict: 'temperror' } } });
    }, 60_000);
  });

  it('is authenticated later when no name server answers, and in the end no more', async () => {
    const mail = await read(await receive(letter('x')));
    const deaf = { command, dnsServers: ['127.0.0.1:9'] };
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await authenticateReceivedMail(office, mail._id, deaf);
      office.clock.advance(7 * 60 * 60_000);
    }
    expect(await last()).toMatchObject({
      state: 'proposed',
      duty: null,
      nextAt: null,
      authentication: { spf: { verdict: 'temperror' } },
    });
  }, 60_000);

  it('shows the same letter sent to another address as its duplicate', async () => {
    const [first] = [await receive(letter('x'))];
    await read(first);
    office.clock.advance(1_000);
    const second = await read(await receive(letter('x'), [PLANNING]));
    expect(second.proposedUnitId).toBe('planning');
    const clerk = await callerOf(office, 'clerk');
    const seenBy = async (caller: Caller) => (await getMail(office, caller, { mailId: second._id })).duplicates;
    expect(await seenBy(clerk)).toEqual([{ kind: 'mail', id: first._id, label: 'x' }]);
    const { items } = await listMails(office, clerk, { box: 'queue' });
    expect(items.find(({ id }) => id === second._id)?.duplicates).toHaveLength(1);
    // What came to the registry is not the head's to know.
    expect(await seenBy(await callerOf(office, 'planning-head'))).toEqual([]);
  });

  it('says nothing any more of another letter that turned out to be secret', async () => {
    const clerk = await callerOf(office, 'clerk');
    const first = await read(await receive(letter('Ke hoach kin')));
    office.clock.advance(1_000);
    const second = await read(await receive(letter('Ke hoach kin'), [PLANNING]));
    const opened = () => getMail(office, clerk, { mailId: second._id });
    expect((await opened()).duplicates).toEqual([{ kind: 'mail', id: first._id, label: 'Ke hoach kin' }]);
    await quarantineMail(office, clerk, because(first));
    expect((await opened()).duplicates).toEqual([]);
    await destroyMail(office, clerk, because(first, 'request-2'));
    expect((await opened()).duplicates).toEqual([]);
    const stored = await mails.of(office).findOne({ _id: second._id }).lean<MailDoc>();
    expect(JSON.stringify(stored?.duplicates)).not.toContain('Ke hoach');
  });

  it('names a registered document that looks like it, until that is void', async () => {
    const clerk = await callerOf(office, 'clerk');
    const subject = '=?UTF-8?Q?C=C3=B4ng_v=C4=83n_s=E1=BB=91_12/STC-NS?=';
    const first = await read(await receive(letter(subject)));
    const fields = {
      ...{ issuer: 'Sở Tài chính', codeNumber: '12', codeNotation: 'STC-NS', issuedDate: '2026-03-09' },
      ...{
        documentType: 'official-dispatch' as const,
        subject: 'Về dự toán',
        urgency: 'normal' as const,
        note: '',
        dueInLetter: null,
      },
    };
    const document = await registerDocument(office, clerk, { requestId: 'request-1', mailId: first._id, fields });
    await office.relay.settled();
    office.clock.advance(1_000);
    const second = await read(await receive(letter(subject, 'Gửi lại.\r\n')));
    const ofDocuments = async () =>
      (await getMail(office, clerk, { mailId: second._id })).duplicates.filter(({ kind }) => kind === 'document');
    expect(await ofDocuments()).toEqual([{ kind: 'document', id: document.id, label: '1/2026 · 12/STC-NS' }]);
    await voidDocument(office, clerk, { requestId: 'request-2', documentId: document.id, reason: 'Nhầm' });
    expect(await ofDocuments()).toEqual([]);
  });

  it('is proposed to the unit and with the urgency its rules say', async () => {
    const clerk = await callerOf(office, 'clerk');
    const rule = { name: 'Tài chính', order: 1, senderDomain: 'stc.example.vn', unitId: 'finance' };
    await createMailRule(office, clerk, {
      requestId: 'rule-0001',
      ...rule,
      subjectWords: 'dự toán',
      urgency: 'urgent',
    });
    await createMailRule(office, clerk, {
      requestId: 'rule-0002',
      ...rule,
      order: 2,
      subjectWords: null,
      urgency: null,
    });
    expect(await read(await receive(letter('du toan nam 2027')))).toMatchObject({
      proposedUnitId: 'finance',
      proposal: { urgency: { value: 'urgent', source: 'subject' } },
    });
    office.clock.advance(1_000);
    expect(await read(await receive(letter('other')))).toMatchObject({
      proposedUnitId: 'finance',
      proposal: { urgency: null },
    });
  });
});

const fields = {
  issuer: 'Sở Tài chính',
  codeNumber: '12',
  codeNotation: 'STC-NS',
  issuedDate: '2026-03-09',
  documentType: 'official-dispatch' as const,
  subject: 'Về dự toán',
  urgency: 'normal' as const,
  note: '',
  dueInLetter: null,
};

describe('a clerk', () => {
  it('refuses, sets aside and takes back with a reason; twice has the effect of once', async () => {
    const clerk = await callerOf(office, 'clerk');
    const mail = await receive(letter('x'));
    await expect(refuseMail(office, clerk, because(mail))).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await read(mail);
    await refuseMail(office, clerk, because(mail));
    expect(await refuseMail(office, clerk, because(mail))).toMatchObject({ state: 'refused', reason: 'Có lý do' });
    await expect(setMailAside(office, clerk, because(mail, 'request-2'))).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    expect(await takeMailBack(office, clerk, because(mail, 'request-3'))).toMatchObject({
      state: 'proposed',
      reason: null,
    });
    expect(await setMailAside(office, clerk, because(mail, 'request-4'))).toMatchObject({ state: 'set-aside' });
    await office.relay.settled();
    const actions = (await listHistory(office, 'mail', mail._id)).map((line) => line.action);
    expect(actions).toEqual(['received', 'read', 'refused', 'taken-back', 'set-aside']);
  });

  it('who registers it sees it leave the queue, and come back when the registration is void', async () => {
    const clerk = await callerOf(office, 'clerk');
    const mail = await read(await receive(letter('x')));
    const document = await registerDocument(office, clerk, { requestId: 'request-1', mailId: mail._id, fields });
    await office.relay.settled();
    expect(await last()).toMatchObject({
      state: 'registered',
      documentId: document.id,
      confirmedIssuer: 'Sở Tài chính',
    });
    await voidDocument(office, clerk, { requestId: 'request-2', documentId: document.id, reason: 'Nhầm' });
    await office.relay.settled();
    expect(await last()).toMatchObject({ state: 'proposed', documentId: null });
  });
});

describe('what may be done with a mail', () => {
  const openFor = async (person: string, mailId: string) =>
    (await getMail(office, await callerOf(office, person), { mailId })).actions;

  it('is what the commands carry out: for a clerk by its state, for the head who reads it nothing', async () => {
    const clerk = await callerOf(office, 'clerk');
    const mail = await receive(letter('x'), [PLANNING]);
    expect(await openFor('clerk', mail._id)).toEqual(['quarantine']);
    await read(mail);
    expect(await openFor('clerk', mail._id)).toEqual(['register', 'readAs', 'refuse', 'setAside', 'quarantine']);
    expect(await openFor('planning-head', mail._id)).toEqual([]);
    const head = await callerOf(office, 'planning-head');
    await expect(refuseMail(office, head, because(mail))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const input = { requestId: 'request-1', mailId: mail._id, fields };
    await expect(registerDocument(office, head, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await setMailAside(office, clerk, because(mail, 'request-2'));
    expect(await openFor('clerk', mail._id)).toEqual(['quarantine', 'takeBack']);
    await quarantineMail(office, clerk, because(mail, 'request-3'));
    expect(await openFor('clerk', mail._id)).toEqual(['takeBack', 'destroy']);
    await destroyMail(office, clerk, because(mail, 'request-4'));
    expect(await openFor('clerk', mail._id)).toEqual([]);
  });

  it('begins with getting mail at all: clerks do, and heads of units that have an address', async () => {
    const gets = async (person: string) => (await presentMe(office, await callerOf(office, person))).readsMail;
    const asked = ['clerk', 'planning-head', 'finance-head', 'planning-deputy', 'planning-officer', 'leader', 'admin'];
    await units.of(office).updateOne({ _id: 'planning' }, { $set: { mailbox: 'kehoach' } });
    await units.of(office).updateOne({ _id: 'finance' }, { $set: { mailbox: null } });
    expect(await Promise.all(asked.map(gets))).toEqual([true, true, false, false, false, false, false]);
  });
});

describe('a sender who bears one of our names', () => {
  const from = async (sender: string) => {
    const raw = [`From: ${sender}`, 'Subject: x', 'Content-Type: text/plain; charset=utf-8', '', sender].join('\r\n');
    office.clock.advance(1_000);
    return (await read(await receive(raw))).claimsToBe;
  };

  it('and writes from elsewhere is told; from our own address, or their own, or by another name, is not', async () => {
    await people.of(office).updateOne({ _id: 'leader' }, { $set: { mail: 'an.rieng@gmail.example' } });
    expect(await from('"Giám đốc Nguyễn Văn An" <giamdoc@gmail.example>')).toBe('Nguyễn Văn An');
    expect(await from('"NGUYEN VAN AN - Giam doc" <x@evil.example>')).toBe('Nguyễn Văn An');
    expect(await from('"Văn thư Sở Nội vụ tỉnh Lạng Sơn" <vanthu@gmail.example>')).toBe('Sở Nội vụ tỉnh Lạng Sơn');
    expect(await from('"Nguyễn Văn An" <an.rieng@gmail.example>')).toBeNull();
    expect(await from('"Nguyễn Văn An" <an@snv.example.vn>')).toBeNull();
    expect(await from('"Nguyễn Văn Anh" <x@evil.example>')).toBeNull();
    expect(await from('"An" <x@evil.example>')).toBeNull();
  });
});

describe('a letter marked secret', () => {
  const secret = () => letter('=?UTF-8?B?TeG6rFQgLSBL4bq/IGhv4bqhY2g=?=', 'MẬT\r\n\r\nNội dung kín\r\n');

  it('is quarantined, and nothing of what it says is kept or shown', async () => {
    const mail = await read(await receive(secret()));
    expect(mail).toMatchObject({ state: 'quarantined', subject: '', text: '', fileIds: [], fromName: 'Sở Tài chính' });
    expect(mail.proposal).toMatchObject({ secrecyMark: { value: 'confidential' }, subject: null });
    expect(await files.of(office).countDocuments()).toBe(0);
    const clerk = await callerOf(office, 'clerk');
    await expect(openOriginal(office, clerk, mail._id)).rejects.toMatchObject({ code: 'SECRET_CONTENT' });
  });

  it('is destroyed by the clerk: the bytes are gone, the stub and its history stay, a redelivery brings nothing back', async () => {
    const clerk = await callerOf(office, 'clerk');
    const mail = await read(await receive(secret()));
    const path = office.blobs.path(mail.rawSha256 ?? '');
    await expect(destroyMail(office, await callerOf(office, 'admin'), because(mail))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await access(path);
    expect(await destroyMail(office, clerk, because(mail))).toMatchObject({ state: 'destroyed', reason: 'Có lý do' });
    await office.relay.settled();
    await expect(access(path)).rejects.toThrow('ENOENT');
    expect((await last()).rawSha256).toBeNull();
    expect((await listHistory(office, 'mail', mail._id)).at(-1)).toMatchObject({
      action: 'destroyed',
      actorId: 'clerk',
      reason: 'Có lý do',
    });
    await receive(secret());
    expect(await mails.of(office).countDocuments()).toBe(1);
    expect(await last()).toMatchObject({ state: 'destroyed', text: '', rawSha256: null });
    await expect(access(path)).rejects.toThrow('ENOENT');
  });

  it('keeps its bytes while another recipient’s copy is not destroyed', async () => {
    const clerk = await callerOf(office, 'clerk');
    const mail = await read(await receive(secret(), [REGISTRY, PLANNING]));
    await destroyMail(office, clerk, because(mail));
    await office.relay.settled();
    expect(await office.blobs.has(mail.rawSha256 ?? '')).toBe(true);
  });

  it('that is none is taken back by the clerk and read in full', async () => {
    const clerk = await callerOf(office, 'clerk');
    const mail = await read(await receive(secret()));
    await takeMailBack(office, clerk, because(mail));
    const again = await read(mail);
    expect(again.state).toBe('proposed');
    expect(again.text).toContain('Nội dung kín');
  });

  it('that only the clerk recognises is quarantined by hand, its attachments removed', async () => {
    const mail = await read(await receive(letter('x')));
    const clerk = await callerOf(office, 'clerk');
    expect(await quarantineMail(office, clerk, because(mail))).toMatchObject({ state: 'quarantined', subject: '' });
    await office.relay.settled();
    expect(await files.of(office).countDocuments()).toBe(0);
    expect(await office.blobs.has(mail.rawSha256 ?? '')).toBe(true);
  });

  it('stays quarantined although its registration is told late, and its document opens none of its files', async () => {
    const mail = await read(await receive(letter('x')));
    const clerk = await callerOf(office, 'clerk');
    const [fileId] = mail.fileIds;
    const untold = Object.assign(Object.create(office), { relay: { start: () => undefined } });
    await registerDocument(untold, clerk, { requestId: 'request-1', mailId: mail._id, fields });
    await quarantineMail(untold, clerk, because(mail, 'request-2'));
    for (const who of ['clerk', 'leader']) {
      const reader = await callerOf(office, who);
      await expect(getFile(office, reader, { fileId: fileId ?? '' }), who).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(openOriginal(office, reader, mail._id), who).rejects.toMatchObject({ code: 'SECRET_CONTENT' });
    }
    office.clock.advance(2_000);
    expect(await sweepOutboxes(office, AGGREGATES)).toBeGreaterThan(1);
    await office.relay.settled();
    expect(await last()).toMatchObject({ state: 'quarantined', documentId: expect.any(String), fileIds: [] });
    expect(await files.of(office).countDocuments()).toBe(0);
  });

  describe('that was registered before anybody saw it', () => {
    /** Registers a letter and quarantines it afterwards. */
    const registerAndQuarantine = async () => {
      const mail = await read(await receive(letter('x')));
      const clerk = await callerOf(office, 'clerk');
      const document = await registerDocument(office, clerk, { requestId: 'request-1', mailId: mail._id, fields });
      await office.relay.settled();
      await pullStream(office, 'leader', null);
      await quarantineMail(office, clerk, because(mail, 'request-2'));
      return { mail, clerk, document };
    };

    it('opens no more, neither by itself nor by its document, whose row stays', async () => {
      const { mail, clerk, document } = await registerAndQuarantine();
      for (const who of ['clerk', 'leader']) {
        const reader = await callerOf(office, who);
        const file = getFile(office, reader, { fileId: mail.fileIds[0] ?? '' });
        await expect(file, who).rejects.toMatchObject({ code: 'NOT_FOUND' });
        await expect(openOriginal(office, reader, mail._id), who).rejects.toMatchObject({ code: 'SECRET_CONTENT' });
      }
      await office.relay.settled();
      expect(await files.of(office).countDocuments()).toBe(0);
      expect(await getDocument(office, clerk, { documentId: document.id })).toMatchObject({
        ...{ state: 'registered', arrivalNumber: document.arrivalNumber, subject: fields.subject },
        ...{ files: [], hasOriginal: false },
      });
      const { marks } = await pullStream(office, 'leader', 0);
      expect(marks).toMatchObject([{ kind: 'document', id: document.id }]);
    });

    it('is registered as before when its mark was none', async () => {
      const { mail, clerk, document } = await registerAndQuarantine();
      await takeMailBack(office, clerk, because(mail, 'request-3'));
      expect(await read(mail)).toMatchObject({ state: 'registered', documentId: document.id });
      expect((await getDocument(office, clerk, { documentId: document.id })).files).toHaveLength(1);
    });

    it('is in the queue when its mark was none and its registration is void meanwhile', async () => {
      const { mail, clerk, document } = await registerAndQuarantine();
      await voidDocument(office, clerk, { requestId: 'request-3', documentId: document.id, reason: 'Mật' });
      await office.relay.settled();
      expect(await last()).toMatchObject({ state: 'quarantined', documentId: null });
      await takeMailBack(office, clerk, because(mail, 'request-4'));
      expect(await read(mail)).toMatchObject({ state: 'proposed', documentId: null });
    });
  });
});

describe('a letter that a clerk finds to be secret while it is being read', () => {
  /** Reads it, and lets the clerk act in the moment when its attachment is to be stored. */
  const readWhile = async (mail: MailDoc, act: () => Promise<unknown>) => {
    const put: typeof office.blobs.put = async (content) => {
      await act();
      await office.relay.settled();
      return office.blobs.put(content);
    };
    const busy = Object.assign(Object.create(office), { blobs: { ...office.blobs, put } });
    await readReceivedMail(busy, mail._id, command);
  };

  it('leaves no attachment behind when it is quarantined', async () => {
    const clerk = await callerOf(office, 'clerk');
    const mail = await receive(letter('x'));
    await readWhile(mail, () => quarantineMail(office, clerk, because(mail)));
    expect(await last()).toMatchObject({ state: 'quarantined', fileIds: [], text: '' });
    expect(await files.of(office).countDocuments()).toBe(0);
  });

  it('leaves no attachment behind for longer than a day when its reader is killed before it could look back', async () => {
    const clerk = await callerOf(office, 'clerk');
    const secret = await receive(letter('x'));
    office.clock.advance(1_000);
    const other = await read(await receive(letter('other')));
    await quarantineMail(office, clerk, because(secret));
    await office.relay.settled();
    const blob = await office.blobs.put(Readable.from([Buffer.from('kín')]));
    const left = { id: 'left', name: 'a', mime: 'text/csv', uploadedById: null, blob };
    await createFileFromBlob(office, { ...left, place: { kind: 'mail', id: secret._id } });
    expect(await removeLeftBehind(office)).toBe(1);
    expect(await removeLeftBehind(office)).toBe(0);
    expect(await office.blobs.has(blob.sha256)).toBe(false);
    expect(await files.of(office).distinct('_id')).toEqual(other.fileIds);
  });

  it('leaves no bytes behind when it is destroyed, also when its reading then fails', async () => {
    const clerk = await callerOf(office, 'clerk');
    for (const fails of [false, true]) {
      const mail = await receive(letter(`x ${fails}`));
      await readWhile(mail, async () => {
        await quarantineMail(office, clerk, because(mail));
        await destroyMail(office, clerk, because(mail, 'request-2'));
        if (fails) {
          await createFileFromBlob(office, {
            ...{ id: 'stored-before', name: 'a', mime: 'text/csv', uploadedById: null },
            blob: await office.blobs.put(Readable.from([Buffer.from('a,b')])),
            place: { kind: 'mail', id: mail._id },
          });
          throw new Error('the disk is full');
        }
      });
      // Where reading failed, nobody has waited yet for what follows from the destruction.
      await office.relay.settled();
      expect(await files.of(office).countDocuments()).toBe(0);
      const left: string[] = [];
      for await (const sha256 of office.blobs.list()) left.push(sha256);
      expect(left).toEqual([]);
      office.clock.advance(1_000);
    }
  });
});

describe('who may read a mail', () => {
  it.each([
    ['clerk', true, true, true],
    ['planning-head', false, true, false],
    ['planning-deputy', false, false, false],
    ['planning-officer', false, false, false],
    ['finance-head', false, false, false],
    ['leader', false, false, false],
    ['admin', false, false, false],
  ])('%s: registry’s %s, planning’s %s, quarantined %s', async (person, registry, planning, quarantined) => {
    const caller = await callerOf(office, person);
    const ofRegistry = await receive(letter('registry'));
    office.clock.advance(1_000);
    const ofPlanning = await receive(letter('planning'), [PLANNING]);
    const canRead = async (mail: MailDoc) => (await findMailAccess(office, caller, mail._id)) !== null;
    expect(await canRead(ofRegistry)).toBe(registry);
    expect(await canRead(ofPlanning)).toBe(planning);
    const { items } = await listMails(office, caller, { box: 'queue' });
    expect(items).toHaveLength(Number(registry) + Number(planning));
    await quarantineMail(office, await callerOf(office, 'clerk'), because(ofPlanning));
    expect(await canRead(ofPlanning)).toBe(quarantined);
    if (!planning)
      await expect(openOriginal(office, caller, ofPlanning._id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('an original that was lost', () => {
  it('on the disk is said to be lost, not handed out changed', async () => {
    const mail = await receive(letter('lost'));
    const clerk = await callerOf(office, 'clerk');
    const path = office.blobs.path(mail.rawSha256 ?? '');
    await appendFile(path, 'not what came');
    await expect((await openOriginal(office, clerk, mail._id)).open()).rejects.toThrow(`${path} is changed`);
    await rm(path);
    await expect((await openOriginal(office, clerk, mail._id)).open()).rejects.toThrow(`${path} is missing`);
  });
});

describe('the queue', () => {
  it('is worked off: hỏa tốc first, then what has waited longest, page by page the same', async () => {
    const put = async (id: string, urgency: 'urgent' | 'express' | null) => {
      await putMail(office, id);
      const proposal = urgency && { urgency: { value: urgency, source: 'subject' } };
      await mails.of(office).updateOne({ _id: id }, { $set: { proposal: proposal as MailDoc['proposal'] } });
      office.clock.advance(60_000);
    };
    await put('first', null);
    await put('urgent', 'urgent');
    await put('second', null);
    await put('express', 'express');
    const clerk = await callerOf(office, 'clerk');
    for (const limit of [1, 2, 10]) {
      const read: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listMails(office, clerk, { box: 'queue', limit, ...(cursor && { cursor }) });
        read.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(read).toEqual(['express', 'urgent', 'first', 'second']);
    }
  });
});
