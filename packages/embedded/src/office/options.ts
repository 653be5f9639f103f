import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ClearFailure } from '../clear-failure.ts';
import { findProjectRoot } from '../project-root.ts';

/** What the operator asked for on the command line. */
export interface OfficeOptions {
  demo: boolean;
  dataDir: string;
  host: string;
  port: number;
  smtpPort: number;
}

export const USAGE = `Usage: bin/start [--demo] [--data DIR] [--host ADDRESS] [--port N] [--smtp-port N]

  --demo           fill an empty office with a demonstration department
  --data DIR       where everything is kept (default: data in the project)
  --host ADDRESS   the address to listen on (default: 127.0.0.1)
  --port N         the web port (default: 8080)
  --smtp-port N    the port for incoming mail (default: 2525)

  MONGODB_URL and REDIS_URL name existing servers to use in place of the embedded ones.`;

/**
 * Reads the command line of `bin/start`.
 *
 * @returns null when only the usage was asked for
 * @throws ClearFailure for an unknown option or a port that is none
 */
export function parseOptions(args: readonly string[]): OfficeOptions | null {
  const values = readArgs(args);
  if (values.help) return null;
  const port = parsePort('--port', values.port ?? '8080');
  const smtpPort = parsePort('--smtp-port', values['smtp-port'] ?? '2525');
  if (port === smtpPort) throw new ClearFailure(`--port and --smtp-port must be two ports, not ${port} both.`);
  return {
    demo: values.demo ?? false,
    dataDir: values.data === undefined ? join(findProjectRoot(), 'data') : resolve(values.data),
    host: values.host ?? '127.0.0.1',
    port,
    smtpPort,
  };
}

function readArgs(args: readonly string[]) {
  try {
    const string = { type: 'string' } as const;
    return parseArgs({
      args: [...args],
      options: {
        demo: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        data: string,
        host: string,
        port: string,
        'smtp-port': string,
      },
    }).values;
  } catch (error) {
    throw new ClearFailure(`${error instanceof Error ? error.message : error} (bin/start --help lists the options)`);
  }
}

function parsePort(option: string, value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
    throw new ClearFailure(`${option} must be a number from 1 to 65535, not "${value}".`);
  }
  return port;
}
