import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { buildOffice } from '../support/people/build-office.ts';
import { startBuilt } from '../support/processes/start-built.ts';
import { sendRawMail } from '../support/smtp/talk-smtp.ts';
import { closeTestOffice, openTestOffice } from '../support/test-office.ts';

const STRACE = '/usr/bin/strace';

// The kernel's own record, since a test can kill a process but not pull the plug.
it.skipIf(!existsSync(STRACE))(
  '250 is said only after the bytes, their name and the record are on disk',
  async () => {
    const office = await openTestOffice();
    await buildOffice(office);
    const folder = await mkdtemp(join(tmpdir(), 'congso-trace-'));
    const trace = join(folder, 'trace');
    const gateway = await startBuilt(
      'mail-gateway',
      {
        MONGODB_URL: office.databaseUrl,
        REDIS_URL: inject('redisUrl'),
        REDIS_PREFIX: office.redis.prefix,
        BLOB_DIR: office.blobFolder,
        TLS_DIR: join(folder, 'tls'),
        SMTP_PORT: '0',
        LOG_LEVEL: 'silent',
      },
      {
        under: [STRACE, '-D', '-f', '-y', '-s', '400', '-e', 'trace=fsync,fdatasync,rename,write,writev', '-o', trace],
      },
    );
    const raw = 'From: a@ext.example\r\nMessage-ID: <order@ext.example>\r\n\r\nx\r\n';
    expect(await sendRawMail(gateway.port, { to: ['vanthu@snv.example.vn'], raw })).toMatch(/^250 /);
    await gateway.stop();

    const calls = (await readFile(trace, 'utf8')).split('\n');
    const { blobFolder } = office;
    const steps = [
      new RegExp(`fdatasync\\(\\d+<${blobFolder}/incoming/`),
      new RegExp(`rename\\("${blobFolder}/incoming/[^"]*", "${blobFolder}/[0-9a-f]{2}/`),
      new RegExp(`fsync\\(\\d+<${blobFolder}/[0-9a-f]{2}>`),
      /writev?\(.*insert\\0.*mails/,
      /writev?\(.*250 2\.6\.0/,
    ].map((step) => calls.findIndex((call) => step.test(call)));
    expect(steps.every((at) => at >= 0)).toBe(true);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    await rm(folder, { recursive: true, force: true });
    await closeTestOffice(office);
  },
  60_000,
);
