import { z } from 'zod';

const schema = z.object({
  MONGODB_URL: z.string().min(1),
  REDIS_URL: z.string().min(1),
  REDIS_PREFIX: z.string().min(1).default('congso'),
  BLOB_DIR: z.string().min(1),
  /** The folder of a database on this machine, whose disk must keep room. */
  DATABASE_DIR: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Where the built browser part is; left out, only the API is served. */
  WEB_DIR: z.string().optional(),
  /** Further origins the office is reached under, comma-separated, when a proxy changes the Host header. */
  PUBLIC_ORIGINS: z.string().default(''),
  /** How many proxies in front may be believed about the client's address and TLS. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  /** Where the operator's own programs are, comma-separated: who reads `/metrics` and all of `/readyz`. */
  OPERATOR_NETWORKS: z
    .string()
    .default('127.0.0.1,::1')
    .transform((networks) => networks.split(',').filter((network) => network !== '')),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The server's settings, read once. */
export type Env = z.infer<typeof schema>;

/** @throws when a setting is missing or of the wrong form, naming it. */
export function readEnv(environment: NodeJS.ProcessEnv): Env {
  return schema.parse(environment);
}
