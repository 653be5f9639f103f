import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClearFailure } from '../clear-failure.ts';
import { cacheFolder } from '../project-root.ts';
import { listMirrors } from './debian-mirrors.ts';
import { getLibcNames, libcFolder } from './libc-folder.ts';

const RELEASE = 'trixie'; // Debian 13, whose glibc is 2.41
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const STEP_TIMEOUT_MS = 120_000;

/**
 * Fetches Debian trixie's libc6 and unpacks it into the project's cache, with apt working in folders of its own: nothing
 * on the system changes, and no root is needed. apt checks the signature against the installed Debian keyring.
 *
 * @throws ClearFailure where there is no apt, no Debian keyring, or no mirror that has it
 */
export function unpackLibc(): void {
  const tools = ['/usr/bin/apt-get', '/usr/bin/dpkg-deb', KEYRING];
  if (!tools.every((path) => existsSync(path))) {
    throw new ClearFailure(
      'The embedded database needs glibc 2.38 or newer, which can be fetched on Debian only; set MONGODB_URL to a MongoDB server.',
    );
  }
  let failure = 'this system names no mirror';
  for (const mirror of listMirrors()) {
    try {
      unpackFrom(mirror);
      return;
    } catch (error) {
      failure = lastLine(error);
    }
  }
  throw new ClearFailure(
    `Debian's newer libc for the embedded database could not be fetched (${failure}); set MONGODB_URL to a MongoDB server.`,
  );
}

function unpackFrom(mirror: string): void {
  const { debianArch, triplet } = getLibcNames();
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(join(cacheFolder(), 'libc-fetch-'));
  try {
    const run = (command: string, ...args: string[]) =>
      execFileSync(command, args, { cwd: work, encoding: 'utf8', stdio: 'pipe', timeout: STEP_TIMEOUT_MS });
    const sources = join(work, 'sources.list');
    writeFileSync(sources, `deb [arch=${debianArch} signed-by=${KEYRING}] ${mirror} ${RELEASE} main\n`);
    for (const folder of ['lists/partial', 'cache/archives/partial'])
      mkdirSync(join(work, folder), { recursive: true });
    const apt = (...args: string[]) =>
      run(
        'apt-get',
        ...['-o', `Dir::State::Lists=${join(work, 'lists')}`, '-o', `Dir::Cache=${join(work, 'cache')}`],
        ...['-o', `Dir::Etc::sourcelist=${sources}`, '-o', 'Dir::Etc::sourceparts=-'],
        // As root, apt would fetch as the account _apt, which cannot enter every folder a project may lie in.
        ...['-o', 'APT::Sandbox::User=root'],
        ...args,
      );
    apt('-q', 'update');
    apt('-q', 'download', 'libc6');
    const archive = readdirSync(work).find((name) => name.endsWith('.deb'));
    if (!archive) throw new Error(`${mirror} gave no libc6`);
    run('dpkg-deb', '-x', archive, 'unpacked');
    // One rename puts it in place whole, so a setup that was interrupted leaves nothing that looks ready.
    rmSync(libcFolder(), { recursive: true, force: true });
    renameSync(join(work, 'unpacked', 'usr', 'lib', triplet), libcFolder());
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What a program said last on its standard error, for the sentence the operator reads. */
function lastLine(error: unknown): string {
  const said = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1);
  return said || (error instanceof Error ? error.message : String(error));
}
