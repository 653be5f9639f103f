import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { UNITS } from '../people/department.ts';
import { STAFF } from '../people/staff.ts';

const undertakingSchema = z.object({ from: z.iso.datetime(), until: z.iso.datetime(), password: z.string() });

/** What one filling was begun with. A filling that was cut short is taken up with the very same. */
export type Undertaking = z.infer<typeof undertakingSchema>;

const begun = (dataDir: string) => join(dataDir, 'demo-begun.json');
const accounts = (dataDir: string) => join(dataDir, 'demo-accounts.json');

/** The filling that was begun here and not finished, or null. */
export async function findUndertaking(dataDir: string): Promise<Undertaking | null> {
  const text = await readFile(begun(dataDir), 'utf8').catch(missing);
  return text === null ? null : undertakingSchema.parse(JSON.parse(text));
}

/** Notes what a filling begins with, before it begins. */
export async function beginUndertaking(dataDir: string, undertaking: Undertaking): Promise<void> {
  await writeWhole(begun(dataDir), undertaking);
}

/** Whether the office was filled. */
export async function isFinished(dataDir: string): Promise<boolean> {
  return (await readFile(accounts(dataDir), 'utf8').catch(missing)) !== null;
}

/** Writes everybody's account, which says that the office is filled: the last thing that is done. */
export async function finishUndertaking(dataDir: string, { password }: Undertaking): Promise<void> {
  const people = STAFF.map(({ key, name, role, unit }) => ({
    login: key,
    password,
    name,
    role,
    unit: UNITS[unit].name,
  }));
  await writeWhole(accounts(dataDir), people);
  await rm(begun(dataDir), { force: true });
}

/** Whole or not at all, and only for the owner's eyes: it holds a password. */
async function writeWhole(path: string, content: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
