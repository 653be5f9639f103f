import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const account = z.object({
  login: z.string(),
  password: z.string(),
  name: z.string(),
  role: z.string(),
  unit: z.string(),
});
/** One way to sign in to the demonstration office. */
export type DemoAccount = z.infer<typeof account>;

/** Where the demonstration's accounts are written, for people and for this terminal. */
export function demoAccountsFile(dataDir: string): string {
  return join(dataDir, 'demo-accounts.json');
}

/** Whether the demonstration office was filled: its accounts are written last. */
export function isSeeded(dataDir: string): boolean {
  return existsSync(demoAccountsFile(dataDir));
}

/** Whether a filling was begun here and cut off. */
export function isHalfSeeded(dataDir: string): boolean {
  return existsSync(join(dataDir, 'demo-begun.json')) && !isSeeded(dataDir);
}

/** The demonstration's accounts, the first of each role: enough to see the office from every desk. */
export function findDemoAccounts(dataDir: string): DemoAccount[] {
  if (!isSeeded(dataDir)) return [];
  const accounts = z.array(account).parse(JSON.parse(readFileSync(demoAccountsFile(dataDir), 'utf8')));
  return accounts.filter((one, index) => accounts.findIndex((other) => other.role === one.role) === index);
}

/** The accounts as lines of a table, for a terminal. */
export function tabulate(accounts: readonly DemoAccount[]): string[] {
  const rows = accounts.map((one) => [one.login, one.password, one.role, `${one.name}, ${one.unit}`]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
