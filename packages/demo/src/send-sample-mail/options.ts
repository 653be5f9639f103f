import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DEPARTMENT } from '../people/department.ts';

export type Options = { readonly letter: number; readonly to: string; readonly smtpPort: number };

const REGISTRY = `${DEPARTMENT.registryMailbox}@${DEPARTMENT.mailDomain}`;

export const USAGE = `Usage: bin/send-sample-mail [--smtp-port N] [--to ADDRESS] [LETTER]

  --smtp-port N  where the office takes mail on this machine (default: 2525)
  --to ADDRESS   one of the office's own addresses (default: ${REGISTRY}, the demonstration's registry)
  LETTER         which letter; without it, any of these:

`;

/** Reads the command line. Answers null when the usage is asked for, and a sentence when something is wrong. */
export function readOptions(args: readonly string[], letters: number): Options | string | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'smtp-port': { type: 'string', default: '2525' },
        to: { type: 'string', default: REGISTRY },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return null;
    const smtpPort = Number(values['smtp-port']);
    if (!Number.isInteger(smtpPort) || smtpPort < 1 || smtpPort > 65_535)
      return '--smtp-port must be a number from 1 to 65535.';
    const letter = positionals.length === 0 ? randomInt(1, letters + 1) : Number(positionals[0]);
    if (!Number.isInteger(letter) || letter < 1 || letter > letters || positionals.length > 1) {
      return `LETTER must be one number from 1 to ${letters} (--help lists them).`;
    }
    return { letter, to: values.to, smtpPort };
  } catch (error) {
    return `${error instanceof Error ? error.message : error} (--help lists the options)`;
  }
}
