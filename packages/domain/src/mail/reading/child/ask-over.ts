import type { SaidByChild, SaidToChild } from './line.ts';

/** Asks the DNS: records as Node's resolver gives them. Throws an error with a `code`, as that does. */
export type Resolve = (name: string, type: string) => Promise<unknown[]>;

type Open = { readonly resolve: (records: unknown[]) => void; readonly reject: (error: Error) => void };
type Ask = Extract<SaidByChild, { kind: 'ask' }>;

/** The DNS as seen from a child: questions go to whoever started it, whose answers `hear` takes. */
export function askOver(say: (said: Ask) => void): {
  readonly resolve: Resolve;
  readonly hear: (answer: Extract<SaidToChild, { kind: 'answer' }>) => void;
} {
  const open = new Map<number, Open>();
  let asked = 0;
  return {
    resolve: (name, type) =>
      new Promise((resolve, reject) => {
        // No name is longer (RFC 1035, 2.3.4): it has no record, today and tomorrow.
        if (name.length > 255) return reject(dnsError(name, 'ENOTFOUND'));
        asked += 1;
        open.set(asked, { resolve, reject });
        say({ kind: 'ask', number: asked, name, type: type as Ask['type'] });
      }),
    hear: ({ number, records, code }) => {
      if (records === null) open.get(number)?.reject(dnsError(`question ${number}`, code));
      else open.get(number)?.resolve(records);
      open.delete(number);
    },
  };
}

/** An error as Node's resolver throws it. */
export const dnsError = (what: string, code: string): Error => Object.assign(new Error(`${code} ${what}`), { code });
