import { execFile } from 'node:child_process';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A certificate and its key, PEM. */
export type Certificate = { readonly cert: Buffer; readonly key: Buffer };

/**
 * The certificate STARTTLS shows: `cert.pem` and `key.pem` of the folder. Where there are none, a self-signed pair is
 * made: senders of mail encrypt to any certificate (RFC 7435), and the library's own would be worse than none, since
 * its key is published.
 *
 * @throws Error with a sentence for the operator when there is none and none can be made
 */
export async function loadCertificate(folder: string, name: string): Promise<Certificate> {
  const certPath = join(folder, 'cert.pem');
  const keyPath = join(folder, 'key.pem');
  const read = async () => ({ cert: await readFile(certPath), key: await readFile(keyPath) });
  try {
    return await read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const [newCert, newKey] = [`${certPath}.${process.pid}`, `${keyPath}.${process.pid}`];
  try {
    await run('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '3650'],
      ...['-subj', `/CN=${name.slice(0, 64)}`, '-addext', `subjectAltName=DNS:${name}`],
      ...['-keyout', newKey, '-out', newCert],
    ]);
  } catch (error) {
    throw new Error(`No certificate for mail: put cert.pem and key.pem into ${folder}, or install openssl.`, {
      cause: error,
    });
  }
  // The key first: a certificate without its key would look like the operator's own and never be replaced.
  await rename(newKey, keyPath);
  await rename(newCert, certPath);
  return read();
}
