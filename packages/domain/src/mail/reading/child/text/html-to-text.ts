import { decodeHTML } from 'entities';
import { addressOf, beside } from './link-address.ts';

/** Elements whose content is no text of the letter. */
const SILENT = new Set(['style', 'script', 'head', 'title', 'template', 'noscript']);
const BREAKS = new Set(['br', 'p', 'div', 'tr', 'li', 'h1', 'h2', 'h3', 'h4', 'table', 'blockquote', 'hr']);
/**
 * The words of an HTML letter as plain text; what a link leads to stands behind its words, where they do not say it. One
 * pass over the text, so that no nesting, unclosed tag or entity can cost more than its length (a real HTML parser
 * blocked for 20 s on a bomb).
 */
export function htmlToText(html: string): string {
  const out: string[] = [];
  // ASCII only: toLowerCase() on the whole may change the length, and with it every index.
  const lower = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  let link: { address: string; from: number } | null = null;
  const endLink = () => {
    if (link !== null) out.push(beside(out.slice(link.from).join(''), link.address));
    link = null;
  };
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
    if (close < 0) {
      endLink();
      return finish(out);
    }
    const name = /^[a-z][a-z0-9]{0,20}/.exec(lower.slice(open + 1, open + 24).replace('/', ''))?.[0] ?? '';
    at = close + 1;
    if (name === 'a') {
      endLink();
      const address = html[open + 1] === '/' ? null : addressOf(html.slice(open + 2, close));
      if (address !== null) link = { address, from: out.length };
    } else if (BREAKS.has(name)) out.push('\n');
    else if (name === 'td' || name === 'th') out.push(' ');
    else if (SILENT.has(name) && html[open + 1] !== '/') {
      const end = lower.indexOf(`</${name}`, at);
      at = end < 0 ? html.length : end;
    }
  }
  out.push(html.slice(at));
  endLink();
  return finish(out);
}

/** What HTML calls eth, old Vietnamese programs wrote for đ. */
function finish(pieces: readonly string[]): string {
  return decodeHTML(pieces.join('').replace(/&(eth);?/gi, (_, eth: string) => (eth === 'ETH' ? 'Đ' : 'đ')))
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A letter written as its HTML entity: named ("&ocirc;") or by its number beyond ASCII. */
const LETTER_ENTITY =
  /&(?:[A-Za-z]{1,8}(?:grave|acute|circ|tilde|breve|horn)|[dD]strok|eth|ETH|#(?:[1-9]\d{2,6}|[xX][0-9a-fA-F]{2,6}));/;

/**
 * A line that no HTML should be in, as a subject or a name, from a program that writes its letters as entities all the
 * same ("C&ocirc;ng v&#259;n"). One without such letters is left as it is.
 */
export function withoutEntities(line: string): string {
  return LETTER_ENTITY.test(line) ? decodeHTML(line).normalize('NFC') : line;
}
