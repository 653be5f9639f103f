import { z } from 'zod';

const schema = z.object({
  MONGODB_URL: z.string().min(1),
  REDIS_URL: z.string().min(1),
  REDIS_PREFIX: z.string().min(1).default('congso'),
  BLOB_DIR: z.string().min(1),
  DATA_DIR: z.string().min(1),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The settings of the demonstration's process, read once. */
export type Env = z.infer<typeof schema>;

/** @throws when a setting is missing or of the wrong form, naming it. */
export function readEnv(environment: NodeJS.ProcessEnv): Env {
  return schema.parse(environment);
}
