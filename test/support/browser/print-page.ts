import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';

/** What a printed page shows, page by page; as the browser's own print command prints it. */
export async function printPage(page: Page, kept?: string): Promise<{ readonly pages: readonly string[] }> {
  await page.evaluate('document.fonts.ready.then(() => {})');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const folder = await mkdtemp(join(tmpdir(), 'congso-print-'));
  try {
    const path = kept ?? join(folder, 'printed.pdf');
    await writeFile(path, pdf);
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', path, '-']);
    return { pages: stdout.split('\f').slice(0, -1) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
