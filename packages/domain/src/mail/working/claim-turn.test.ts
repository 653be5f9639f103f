import { putMail } from '@congso/test/support/documents/build-letters';
import { explainQueries } from '@congso/test/support/explain-queries';
import { receiveMail } from '@congso/test/support/mail/receive-mail';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MailDoc, mails } from '../mail-model.ts';
import { claimTurn } from './claim-turn.ts';
import { MAIL_DUTIES } from './mail-duties.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => closeTestOffice(office));

type Line = NonNullable<MailDoc['line']>;
const from = (sender: string, network = '192.0.2.7', isFirst = false): Line => ({
  ...{ isFirst, network, sender },
  domain: sender.slice(sender.indexOf('@') + 1),
});

/** Letters that wait to be read, each called by its sender and its place among those given. */
async function wait(lines: readonly (Line | null)[], duty: MailDoc['duty'] = 'read'): Promise<void> {
  await putMail(office, 'pattern', 'received');
  const pattern = await mails.of(office).findOne({ _id: 'pattern' }).lean<MailDoc>();
  await mails.of(office).deleteMany({});
  const nextAt = office.clock.now();
  const docs = lines.map((line, index) => ({ ...pattern, _id: `${index} ${line?.sender}`, line, duty, nextAt }));
  await mails.of(office).collection.insertMany(docs as never[]);
}

/** The senders of the next letters, as one worker takes them. */
async function takeTurns(count: number): Promise<(string | undefined)[]> {
  const taken: (string | undefined)[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    taken.push((await claimTurn(office, MAIL_DUTIES.read, 'nobody'))?.line?.sender);
  }
  return taken;
}

const many = (count: number, line: Line): Line[] => Array.from({ length: count }, () => line);

describe('letters that wait to be read', () => {
  it('of one sender delay those of others by one at a time: of another network, domain, or person there', async () => {
    await wait([
      ...many(300, from('flood@so-a.example')),
      from('b@so-a.example'),
      from('c@so-c.example'),
      from('d@so-d.example', '203.0.113.9'),
    ]);
    expect((await takeTurns(6)).sort()).toEqual(
      [...many(2, from('flood@so-a.example')).map(({ sender }) => sender), 'b@so-a.example', 'c@so-c.example']
        .concat('d@so-d.example', 'flood@so-a.example')
        .sort(),
    );
    // And all of theirs are read in the end, each once.
    expect((await takeTurns(298)).filter((sender) => sender === undefined)).toHaveLength(1);
    expect(await mails.of(office).countDocuments({ attempts: 1 })).toBe(303);
  });

  it('of one network have one turn, however many senders and domains it names', async () => {
    const invented = Array.from({ length: 200 }, (_, index) => from(`a${index}@so-${index % 50}.example`));
    await wait([...invented, from('z@zoo.example', '203.0.113.9'), from('y@zoo.example', '203.0.113.9')]);
    const taken = await takeTurns(4);
    expect(taken.filter((sender) => sender?.endsWith('@zoo.example'))).toHaveLength(2);
  });

  it('are read express and known ones first, but the rest have every third turn; and express ones of one sender take turns', async () => {
    await wait([
      ...many(20, from('a@so-a.example')),
      ...many(20, from('express@so-b.example', '192.0.2.7', true)),
      from('also@so-c.example', '203.0.113.9', true),
    ]);
    const taken = await takeTurns(6);
    expect(taken.filter((sender) => sender === 'a@so-a.example')).toHaveLength(2);
    expect(taken.slice(0, 3)).toContain('also@so-c.example');
  });

  it('are read each by one of several workers, and none is left', async () => {
    await wait([...many(20, from('a@so-a.example')), ...many(20, from('b@so-b.example', '203.0.113.9'))]);
    const others = [1, 2, 3].map(() => Object.assign(Object.create(office), {}) as TestOffice);
    const taken: string[] = [];
    await Promise.all(
      others.map(async (worker) => {
        for (;;) {
          const mail = await claimTurn(worker, MAIL_DUTIES.read, 'nobody');
          if (!mail) break;
          taken.push(mail._id);
        }
      }),
    );
    expect(new Set(taken).size).toBe(taken.length);
    // One that lost every race leaves the rest to the next who is woken.
    for (
      let mail = await claimTurn(office, MAIL_DUTIES.read, 'x');
      mail;
      mail = await claimTurn(office, MAIL_DUTIES.read, 'x')
    )
      taken.push(mail._id);
    expect(taken).toHaveLength(40);
  });

  it('from before there were turns, or put ahead by a wrong clock, are read by the id that woke the worker', async () => {
    await wait([null, from('ahead@so-a.example')]);
    const ahead = new Date(office.clock.now().getTime() + 24 * 60 * 60_000);
    await mails.of(office).updateOne({ _id: '1 ahead@so-a.example' }, { $set: { nextAt: ahead } });
    for (const id of ['0 undefined', '1 ahead@so-a.example'])
      expect((await claimTurn(office, MAIL_DUTIES.read, id))?._id).toBe(id);
  });

  it('are found in their index, however many there are', async () => {
    await wait([...many(2_000, from('flood@so-a.example')), from('b@so-b.example')]);
    await takeTurns(50);
    const explained = await explainQueries(office, () => claimTurn(office, MAIL_DUTIES.read, 'nobody'));
    expect(explained.length).toBeGreaterThan(1);
    for (const query of explained) expect(query.examined, JSON.stringify(query)).toBeLessThan(5);
  });
});

describe('a letter’s place', () => {
  const raw = (subject: string) => `From: a@b.example\r\nSubject: ${subject}\r\n\r\n${subject}`;
  const lineOf = async (subject: string, sender: string) =>
    (await receiveMail(office, raw(subject), undefined, sender)).line;

  it('is told by its envelope, and it goes first when its subject says that it is express, however written', async () => {
    expect(await lineOf('x', 'VanThu@STC.example.vn')).toEqual(from('vanthu@stc.example.vn'));
    office.clock.advance(1);
    expect(await lineOf('x', '')).toEqual({ isFirst: false, network: '192.0.2.7', domain: '', sender: '' });
    const written = [
      '=?utf-8?B?SOG7jkEgVOG7kEM6IGLDo28gc+G7kSA1?=',
      Buffer.from('[HỎA TỐC] bão số 5').toString('utf8'),
    ];
    for (const subject of written) {
      office.clock.advance(1);
      expect((await lineOf(subject, 'a@b.example'))?.isFirst, subject).toBe(true);
    }
    office.clock.advance(1);
    expect((await lineOf('=?utf-8?B?S2jhuqluIHRyxrDGoW5nIGLDoW8gY8Ohbw==?=', 'a@b.example'))?.isFirst).toBe(false);
  });

  it('is among the first where a clerk has registered a letter from the same server for the same domain', async () => {
    await putMail(office, 'known', 'registered');
    const line = from('vanthu@stc.example.vn');
    await mails.of(office).updateOne({ _id: 'known' }, { $set: { line, confirmedIssuer: 'Sở Tài chính' } });
    office.clock.advance(1);
    expect((await lineOf('x', 'khac@stc.example.vn'))?.isFirst).toBe(true);
    office.clock.advance(1);
    expect((await lineOf('x', 'vanthu@so-khac.example'))?.isFirst).toBe(false);
    // The agency's name from another server is anybody's word.
    await mails.of(office).updateOne({ _id: 'known' }, { $set: { 'line.network': '203.0.113.9' } } as object);
    office.clock.advance(60_000);
    expect((await lineOf('y', 'khac@stc.example.vn'))?.isFirst).toBe(false);
  });
});
