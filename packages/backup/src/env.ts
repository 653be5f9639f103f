import { z } from 'zod';

const schema = z.object({
  MONGODB_URL: z.string().min(1),
  BLOB_DIR: z.string().min(1),
});

/** Where the office's data is: what a backup reads and a restore fills. */
export type Env = z.infer<typeof schema>;

/** @throws when a setting is missing or of the wrong form, naming it. */
export function readEnv(environment: NodeJS.ProcessEnv): Env {
  return schema.parse(environment);
}
