import { describe, expect, it } from 'vitest';
import { cleanFileName } from './clean-file-name.ts';

const clean = (name: string, nameless?: string) => cleanFileName(name, 200, nameless);

/** Of an upload and of a mail's attachment alike. */
describe('the name of a file', () => {
  it('cannot leave its folder, hide, pose as a device or read backwards', () => {
    expect(clean('../../etc/passwd')).toBe('passwd');
    expect(clean('C:\\Windows\\a.pdf')).toBe('a.pdf');
    expect(clean('.htaccess')).toBe('htaccess');
    expect(clean('CON.txt')).toBe('_CON.txt');
    expect(clean('lpt1')).toBe('_lpt1');
    expect(clean('hoa\u202Efdp.exe')).toBe('hoafdp.exe');
    expect(clean('công\u200b văn\u00ad.pdf')).toBe('công văn.pdf');
    expect(clean('a\r\nb\u0000.pdf')).toBe('a b .pdf');
    expect(clean('a<b>:"|?*.pdf')).toBe('a_b______.pdf');
    expect(clean('..')).toBe('file');
    expect(clean('', 'attachment-7')).toBe('attachment-7');
  });

  it('stays Vietnamese, in NFC, and keeps its extension when cut, between characters', () => {
    expect(clean('Phụ lục.docx'.normalize('NFD'))).toBe('Phụ lục.docx');
    const long = clean(`${'ă'.repeat(5000)}.pdf`);
    expect(long).toHaveLength(200);
    expect(long.endsWith('ă.pdf')).toBe(true);
    expect(cleanFileName('a😀😀.pdf', 8, '')).toBe('a😀.pdf');
  });
});
