import { hostname } from 'node:os';
import { z } from 'zod';

const schema = z.object({
  MONGODB_URL: z.string().min(1),
  REDIS_URL: z.string().min(1),
  REDIS_PREFIX: z.string().min(1).default('congso'),
  BLOB_DIR: z.string().min(1),
  /** The folder of a database on this machine, whose disk must keep room. */
  DATABASE_DIR: z.string().optional(),
  /** Holds cert.pem and key.pem; made with a self-signed pair when there is none. */
  TLS_DIR: z.string().min(1),
  SMTP_HOST: z.string().default('127.0.0.1'),
  SMTP_PORT: z.coerce.number().int().min(0).max(65_535).default(2525),
  /** What the gateway calls itself: the name the domain's MX record holds. */
  SMTP_NAME: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,253}$/)
    .default(hostname()),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The gateway's settings, read once. */
export type Env = z.infer<typeof schema>;

/** @throws when a setting is missing or of the wrong form, naming it. */
export function readEnv(environment: NodeJS.ProcessEnv): Env {
  return schema.parse(environment);
}
