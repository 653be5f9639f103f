import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Authentication, authenticationSchema } from '@congso/contract/mail-reading';
import { RESULT_FILE } from './child/child-result.ts';
import type { Envelope } from './child/task.ts';
import type { ChildCommand } from './children/limited-child.ts';
import { defaultChildCommand, type RunChild, runLimitedChild } from './run-limited-child.ts';

/** What to verify, and by whose answers. */
export interface AuthenticateSenderOptions {
  /** Path of the raw message as it was received. */
  rawFile: string;
  /** An empty folder of this check's own; the caller removes it. */
  folder: string;
  /** As the gateway saw it: client address, HELO name, MAIL FROM. */
  envelope: Envelope;
  /** `ip:port` of name servers; empty for the system's own. */
  dnsServers: readonly string[];
  /** For all DNS questions together. */
  dnsBudgetMs?: number;
  /** Wall clock of the whole check. */
  timeoutMs?: number;
  command?: ChildCommand;
  /** Only for senders of our own making, whom no name server knows. */
  run?: RunChild;
}

const UNDECIDED: Authentication = {
  spf: { verdict: 'temperror', domain: null },
  dkim: { verdict: 'temperror', domain: null, selector: null },
  dmarc: { verdict: 'temperror', domain: null, policy: null },
  againLater: true,
};

/**
 * Who vouches for the sender of a mail (SPF, DKIM, DMARC). Never throws for what a sender wrote or a name server
 * answered: what could not be settled is `temperror` with `againLater`; how often to ask again is the caller's to bound.
 *
 * It runs in the same limited child as the parser: mailauth reads the whole header and hashes the body once for each
 * kind of signature, and both are the sender's to choose.
 */
export async function authenticateSender(options: AuthenticateSenderOptions): Promise<Authentication> {
  const { rawFile, folder, envelope, dnsServers, dnsBudgetMs = 2_000, run = runLimitedChild } = options;
  await (await open(rawFile, 'r')).close();
  const failure = await run(
    { task: 'authenticate', rawFile, folder, envelope, dnsServers: [...dnsServers], dnsBudgetMs },
    options.command ?? defaultChildCommand(),
    { timeoutMs: options.timeoutMs ?? 15_000, memoryBytes: 500 * 1024 * 1024 },
  );
  if (failure === 'fault')
    throw new Error(`the child that was to authenticate a mail failed, and not by the mail: ${folder}`);
  try {
    return authenticationSchema.parse(JSON.parse(await readFile(join(folder, RESULT_FILE), 'utf8')));
  } catch {
    // No result, or none of the agreed form: the child was killed or fell over the message.
    return UNDECIDED;
  }
}
