import { isIP } from 'node:net';
import { z } from 'zod';

/** `192.0.2.1`, `192.0.2.1:53` or `[2001:db8::1]:53`. */
const isDnsServer = (text: string) => isIP(text.replace(/^\[(.*)\](:\d+)?$|^(\d[\d.]*):\d+$/, '$1$3')) !== 0;

const schema = z.object({
  MONGODB_URL: z.string().min(1),
  REDIS_URL: z.string().min(1),
  REDIS_PREFIX: z.string().min(1).default('congso'),
  BLOB_DIR: z.string().min(1),
  /** The folder of a database on this machine, whose disk must keep room. */
  DATABASE_DIR: z.string().optional(),
  /** Where the development provider leaves SMS. */
  DATA_DIR: z.string().min(1),
  /** Name servers for SPF, DKIM and DMARC, separated by commas; empty for the system's own. */
  DNS_SERVERS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((one) => one.trim() || []))
    .refine((servers) => servers.every(isDnsServer), 'an address, with or without a port'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The workers' settings, read once. */
export type Env = z.infer<typeof schema>;

/** @throws when a setting is missing or of the wrong form, naming it. */
export function readEnv(environment: NodeJS.ProcessEnv): Env {
  return schema.parse(environment);
}
