import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What text is; pictures and fonts are compressed already. */
const COMPRESSIBLE = /\.(js|css|html|svg)$/;

/**
 * Writes beside every text of a folder what is sent in its place: `x.js.br` (Brotli, RFC 7932) and `x.js.gz`, as small as
 * they get. Done once, when it is built, what would cost every request too much.
 */
export async function compressFolder(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => COMPRESSIBLE.test(path));
  const threads = Array.from({ length: 4 }, async () => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) await compressFile(join(folder, path));
  });
  await Promise.all(threads);
}

async function compressFile(path) {
  const content = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const packed = { br: promisify(brotliCompress)(content, { params }), gz: promisify(gzip)(content, { level: 9 }) };
  for (const [ending, bytes] of Object.entries(packed)) {
    writeFileSync(`${path}.${ending}`, await bytes);
  }
}
