import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DnsServer, serveDns, type Zone } from '@congso/test/support/dns/serve-dns';
import { buildReadingChild } from '@congso/test/support/mail/build-reading-child';
import { dkimSign } from 'mailauth/lib/dkim/sign';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuthenticateSenderOptions, authenticateSender } from './authenticate-sender.ts';
import type { ChildCommand } from './children/limited-child.ts';

const FIXTURES = fileURLToPath(new URL('../../../../../test/fixtures/mail/', import.meta.url));
const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const privateKey = key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const ENVELOPE = { ip: '192.0.2.10', helo: 'mail.snv.example', from: 'vanthu@snv.example' };
const ZONE: Zone = {
  'TXT snv.example': ['v=spf1 ip4:192.0.2.10 -all'],
  'TXT s1._domainkey.snv.example': [`v=DKIM1; k=rsa; p=${publicKey}`],
  'TXT _dmarc.snv.example': ['v=DMARC1; p=reject'],
  'TXT evil.example': ['v=spf1 ip4:192.0.2.66 -all'],
  'TXT soft.example': ['v=spf1 ~all'],
  'TXT loop.example': ['v=spf1 include:loop.example -all'],
};
const LETTER =
  'From: Van thu <vanthu@snv.example>\r\nTo: congvan@office.example\r\nSubject: Cong van\r\nDate: Mon, 09 Mar 2026 08:15:00 +0700\r\nMessage-ID: <1@snv.example>\r\n\r\nKinh gui.\r\n';

let command: ChildCommand;
let dns: DnsServer;
let mute: DnsServer;
let work: string;
beforeAll(async () => {
  command = await buildReadingChild();
  dns = await serveDns(ZONE);
  mute = await serveDns(ZONE, { muteFor: /./ });
  work = await mkdtemp(join(tmpdir(), 'congso-auth-'));
});
afterAll(async () => {
  await Promise.all([dns.close(), mute.close(), rm(work, { recursive: true })]);
});

async function signed(message: string): Promise<string> {
  const signature = { signingDomain: 'snv.example', selector: 's1', privateKey };
  const { signatures } = await dkimSign(message, { ...signature, signatureData: [signature] });
  return signatures + message;
}

async function verify(raw: string | Buffer, options: Partial<AuthenticateSenderOptions> = {}) {
  const folder = await mkdtemp(join(work, 'out-'));
  const rawFile = join(folder, 'mail.eml');
  await writeFile(rawFile, raw);
  return authenticateSender({ rawFile, folder, envelope: ENVELOPE, dnsServers: [dns.address], command, ...options });
}

describe('the sender of a mail', { timeout: 60_000 }, () => {
  it('who sends from the agency’s server and signs is vouched for', async () => {
    expect(await verify(await signed(LETTER))).toEqual({
      spf: { verdict: 'pass', domain: 'snv.example' },
      dkim: { verdict: 'pass', domain: 'snv.example', selector: 's1' },
      dmarc: { verdict: 'pass', domain: 'snv.example', policy: 'reject' },
      againLater: false,
    });
  });

  it('whose letter was changed on the way is not vouched for by its signature', async () => {
    const changed = (await signed(LETTER)).replace('Kinh gui', 'Kính gui');
    const { dkim, dmarc } = await verify(changed, { envelope: { ...ENVELOPE, ip: '192.0.2.99' } });
    expect(dkim.verdict).toBe('neutral');
    expect(dmarc.verdict).toBe('fail');
  });

  it('whose signature covers only the beginning is not vouched for what may have been added', async () => {
    const signature = { signingDomain: 'snv.example', selector: 's1', privateKey, maxBodyLength: 4 };
    const { signatures } = await dkimSign(LETTER, { ...signature, signatureData: [signature] });
    const { dkim, dmarc } = await verify(`${signatures}${LETTER}them`, { envelope: { ...ENVELOPE, ip: '192.0.2.99' } });
    expect(signatures).toContain('l=4');
    expect([dkim.verdict, dmarc.verdict]).toEqual(['neutral', 'fail']);
  });

  it('who takes an agency’s name from elsewhere fails, whatever results the mail brings along', async () => {
    const forged = `Authentication-Results: office.example; dkim=pass; spf=pass; dmarc=pass\r\n${LETTER}`;
    const envelope = { ip: '192.0.2.66', helo: 'evil.example', from: 'x@evil.example' };
    expect(await verify(forged, { envelope })).toEqual({
      spf: { verdict: 'pass', domain: 'evil.example' },
      dkim: { verdict: 'none', domain: null, selector: null },
      dmarc: { verdict: 'fail', domain: 'snv.example', policy: 'reject' },
      againLater: false,
    });
  });

  it('who writes two From fields, or two addresses in one, has no verdict for any of them', async () => {
    const twice = await signed(LETTER.replace('To:', 'From: UBND <ubnd@tinh.example>\r\nTo:'));
    expect((await verify(twice)).dmarc.verdict).toBe('permerror');
    const both = LETTER.replace('<vanthu@snv.example>', '<vanthu@snv.example>, UBND <ubnd@tinh.example>');
    expect((await verify(both)).dmarc.verdict).toBe('permerror');
    const raw = await readFile(join(FIXTURES, 'vn-d15-duplicate-subject-from.eml'));
    expect((await verify(raw)).dmarc.verdict).toBe('permerror');
  });

  it('with no record anywhere is simply unknown', async () => {
    const unknown = LETTER.replaceAll('snv.example', 'khong.example');
    const envelope = { ...ENVELOPE, from: 'a@khong.example' };
    expect(await verify(unknown, { envelope })).toMatchObject({
      spf: { verdict: 'none' },
      dkim: { verdict: 'none' },
      dmarc: { verdict: 'none' },
      againLater: false,
    });
  });

  it('is checked by the HELO name where the envelope sender is empty', async () => {
    const { spf } = await verify(LETTER, { envelope: { ip: '192.0.2.10', helo: 'snv.example', from: '' } });
    expect(spf).toEqual({ verdict: 'pass', domain: 'snv.example' });
  });

  it('of a soft or a broken SPF record is told as such, in bounded questions', async () => {
    expect((await verify(LETTER, { envelope: { ...ENVELOPE, from: 'a@soft.example' } })).spf.verdict).toBe('softfail');
    const before = dns.asked.length;
    expect((await verify(LETTER, { envelope: { ...ENVELOPE, from: 'a@loop.example' } })).spf.verdict).toBe('permerror');
    expect(dns.asked.length - before).toBeLessThan(15);
  });
});

describe('a name server that does not answer', () => {
  it('costs the budget and no more, and the check is to be made again later', async () => {
    const started = Date.now();
    const verdict = await verify(await signed(LETTER), { dnsServers: [mute.address], dnsBudgetMs: 500 });
    expect(verdict).toMatchObject({
      spf: { verdict: 'temperror' },
      dkim: { verdict: 'temperror' },
      dmarc: { verdict: 'temperror' },
      againLater: true,
    });
    expect(Date.now() - started).toBeLessThan(8_000);
    expect(mute.asked.length).toBeGreaterThan(0);
  });

  it('for the key and SPF leaves DMARC undecided: the missing answer may be the pass', async () => {
    const half = await serveDns(ZONE, { muteFor: /^(?:snv\.example|s1\._domainkey\..*)$/ });
    const { dmarc, againLater } = await verify(await signed(LETTER), { dnsServers: [half.address] });
    await half.close();
    expect(dmarc).toEqual({ verdict: 'temperror', domain: 'snv.example', policy: 'reject' });
    expect(againLater).toBe(true);
  });

  it('for the key alone does not cost the verdicts of the others', async () => {
    const half = await serveDns(ZONE, { muteFor: /_domainkey/ });
    const { spf, dkim, dmarc } = await verify(await signed(LETTER), { dnsServers: [half.address] });
    await half.close();
    expect([spf.verdict, dkim.verdict, dmarc.verdict]).toEqual(['pass', 'temperror', 'pass']);
  });
});

describe('a message meant to hang the check', () => {
  it('with a thousand signatures is killed or answered, never waited for', async () => {
    const signature =
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=snv.example; s=s1; h=from; bh=eA==; b=eA==; l=';
    const many = Array.from({ length: 1_000 }, (_, i) => `${signature}${i + 1}`).join('\r\n');
    const started = Date.now();
    const verdict = await verify(`${many}\r\n${LETTER}${'dòng\r\n'.repeat(200_000)}`, { timeoutMs: 3_000 });
    expect(verdict.dkim.verdict).not.toBe('pass');
    expect(Date.now() - started).toBeLessThan(8_000);
  });

  it('leaves only temporary errors where the child was killed or left something else', async () => {
    const killed: ChildCommand = [process.execPath, '-e', 'for (;;);'];
    expect((await verify(LETTER, { command: killed, timeoutMs: 300 })).againLater).toBe(true);
    const lies = `require('fs').writeFileSync(JSON.parse(process.argv[1]).folder + '/result.json', '{"spf":{"verdict":"pass"}}')`;
    expect((await verify(LETTER, { command: [process.execPath, '-e', lies] })).spf.verdict).toBe('temperror');
  });
});
