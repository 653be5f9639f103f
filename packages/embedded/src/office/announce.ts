import { demoAccountsFile, findDemoAccounts, tabulate } from './demo-accounts.ts';
import type { OfficeOptions } from './options.ts';
import type { Say } from './say.ts';

/** Tells the operator where the open office is, and how to get in. */
export function announce(options: OfficeOptions, smtpHost: string, foundingToken: string | null, say: Say): void {
  const { host, port, smtpPort, dataDir } = options;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
  say('');
  say(`Congso is open at ${address}`);
  say(`It takes mail by SMTP at ${smtpHost} port ${smtpPort}`);
  if (foundingToken) say(`Found the office at ${address}founding#${foundingToken} (this address works once)`);
  const accounts = findDemoAccounts(dataDir);
  if (accounts.length > 0) {
    say(`Sign in with one of these (all of them are in ${demoAccountsFile(dataDir)}):`);
    for (const line of tabulate(accounts)) say(`  ${line}`);
  }
  say('Ctrl-C closes it.');
}
