import { join } from 'node:path';
import { engineFolder } from '../engine/engine-process.ts';
import { blobFolder } from './blob-folder.ts';
import type { OfficeOptions } from './options.ts';

/**
 * The environment every process of the office is given: the operator's own, so that any setting passes through
 * (DNS_SERVERS, LOG_LEVEL, ...), and in it what this office decided.
 */
export function processEnv(
  options: OfficeOptions,
  stores: { mongoUrl: string; redisUrl: string },
  distDir: string,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  return {
    LOG_LEVEL: 'info',
    SMTP_HOST: options.host,
    ...env,
    NODE_ENV: 'production',
    MONGODB_URL: stores.mongoUrl,
    REDIS_URL: stores.redisUrl,
    DATA_DIR: options.dataDir,
    BLOB_DIR: blobFolder(options.dataDir, env),
    ...(env.MONGODB_URL ? {} : { DATABASE_DIR: engineFolder(options.dataDir) }),
    TLS_DIR: join(options.dataDir, 'tls'),
    WEB_DIR: join(distDir, 'web'),
    HOST: options.host,
    PORT: String(options.port),
    SMTP_PORT: String(options.smtpPort),
  };
}
