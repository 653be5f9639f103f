/** Elements whose content is no text of the letter. */
const SILENT = new Set(['style', 'script', 'head', 'title', 'template', 'noscript']);
const BREAKS = new Set(['br', 'p', 'div', 'tr', 'li', 'h1', 'h2', 'h3', 'h4', 'table', 'blockquote', 'hr']);
const NAMED: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['eth', 'đ'],
  ['ETH', 'Đ'],
]);
/** Named letters as older mail programs write them: "&agrave;" is a with a grave accent. */
const ACCENTS: Readonly<Record<string, string>> = { grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303' };

/**
 * The words of an HTML letter, for search and for the proposal; never for display. One pass over the text, so that
 * no nesting, unclosed tag or entity can cost more than its length (a real HTML parser blocked for 20 s on a bomb).
 */
export function htmlToText(html: string): string {
  const out: string[] = [];
  // ASCII only: toLowerCase() on the whole may change the length, and with it every index.
  const lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    out.push(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    const close = html.indexOf('>', open + 1);
    if (close < 0) return finish(out);
    const name = /^[a-z][a-z0-9]{0,20}/.exec(lower.slice(open + 1, open + 24).replace('/', ''))?.[0] ?? '';
    at = close + 1;
    if (BREAKS.has(name)) out.push('\n');
    else if (name === 'td' || name === 'th') out.push(' ');
    else if (SILENT.has(name) && html[open + 1] !== '/') {
      const end = lower.indexOf(`</${name}`, at);
      at = end < 0 ? html.length : end;
    }
  }
  out.push(html.slice(at));
  return finish(out);
}

function finish(pieces: readonly string[]): string {
  return pieces
    .join('')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi, decodeEntity)
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function decodeEntity(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) {
    const letter = /^([a-z])(grave|acute|circ|tilde)$/i.exec(name);
    if (letter !== null) return `${letter[1]}${ACCENTS[(letter[2] ?? '').toLowerCase()] ?? ''}`;
    return NAMED.get(name) ?? entity;
  }
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isText = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isText ? String.fromCodePoint(point) : ' ';
}
