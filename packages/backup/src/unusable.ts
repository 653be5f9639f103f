/** Why a backup cannot be taken or used: its message is one clear sentence for the operator. */
export class Unusable extends Error {
  override name = 'Unusable';
}

/** What went wrong as one sentence where it is one an operator knows, else everything there is to say about it. */
export function sentenceFor(error: unknown): string {
  if (error instanceof Unusable) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return `The disk is full${path ? ` (${path})` : ''}; free some space.`;
  if (code === 'EACCES' || code === 'EPERM') return `This account may not use ${path ?? 'one of the files'}.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
