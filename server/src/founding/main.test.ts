import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from '@congso/contract/catalog';
import { foundOffice } from '@congso/domain/organisation/founding/found-office';
import { closeTestOffice, openTestOffice, type TestOffice } from '@congso/test/support/test-office';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';

/** The process is compiled as it starts, twice. */
const PATIENCE_MS = 60_000;
const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

let office: TestOffice;
beforeEach(async () => {
  office = await openTestOffice();
});
afterEach(() => closeTestOffice(office));

type Run = { code: number; stdout: string; stderr: string };
const run = (env: NodeJS.ProcessEnv) =>
  new Promise<Run>((resolve) => {
    const options = { env: { PATH: process.env.PATH, ...env } };
    execFile(process.execPath, ['--import', 'tsx', MAIN], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
const settings = () => ({
  MONGODB_URL: office.databaseUrl,
  REDIS_URL: inject('redisUrl'),
  REDIS_PREFIX: office.redis.prefix,
  BLOB_DIR: office.blobFolder,
  LOG_LEVEL: 'trace',
});

describe('the founding process', { timeout: PATIENCE_MS }, () => {
  it('says in one line the token that founds the office, and afterwards that it is founded', async () => {
    const first = await run(settings());
    expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\{"token":"[A-Za-z0-9_-]{43}"\}\n$/) });
    const { token } = JSON.parse(first.stdout) as { token: string };
    expect(first.stderr).not.toContain(token);
    await foundOffice(
      office,
      COMMANDS['founding.found'].input.parse({
        token,
        officeName: 'Sở Y tế',
        mailDomain: 'syt.example.vn',
        familyMiddle: 'Lê',
        given: 'Mai',
        login: 'mai.l',
        password: 'mưa-rơi-trên-phố',
      }),
    );
    expect(await run(settings())).toMatchObject({ code: 0, stdout: '{"founded":true}\n' });
  });

  it('names the setting that is missing', async () => {
    const { code, stdout, stderr } = await run({ ...settings(), MONGODB_URL: '' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('MONGODB_URL');
  });
});
