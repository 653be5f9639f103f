import { decodeHTML, decodeHTMLAttribute } from 'entities';

/** The next attribute of a tag, its value in either quotes or none. Each character is looked at once or twice. */
const ATTRIBUTE = /[\s/"'=]*([^\s/"'=>]+)(?:\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s"'>]+)))?/y;
const FOLLOWED = new Set(['http:', 'https:', 'ftp:', 'mailto:', 'tel:']);
/** What would end an address within the text around it. */
const ENDS_ADDRESS = /[()|^`\\\s<>"]/g;

/** The address that a tag `<a ...>` leads to, whole and as a browser would ask for it; null for what cannot be followed. */
export function addressOf(attributes: string): string | null {
  const href = hrefOf(attributes);
  if (href === null || !URL.canParse(href)) return null;
  const { protocol, pathname, href: whole } = new URL(href);
  if (!FOLLOWED.has(protocol)) return null;
  const address = protocol === 'mailto:' || protocol === 'tel:' ? pathname : whole;
  return address.replace(ENDS_ADDRESS, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** HTML to put behind the words of a link (HTML too): its address in brackets, or nothing where they are the address. */
export function beside(words: string, address: string): string {
  const said = decodeHTML(words).trim();
  if (address === '' || bare(said) === bare(address)) return '';
  const html = address.replaceAll('&', '&amp;');
  return said === '' ? html : ` (${html})`;
}

/** As people write an address: without the scheme, `www.` and the slash that every site ends with. */
const bare = (address: string): string =>
  address
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/^(?:https?:\/\/|mailto:|tel:)/, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '');

/** Of the first `href`, as browsers do; what looks like one inside another attribute's value is none. */
function hrefOf(attributes: string): string | null {
  ATTRIBUTE.lastIndex = 0;
  for (let found = ATTRIBUTE.exec(attributes); found !== null; found = ATTRIBUTE.exec(attributes)) {
    const [, name = '', double, single, unquoted] = found;
    if (name.toLowerCase() === 'href') return decodeHTMLAttribute(double ?? single ?? unquoted ?? '');
  }
  return null;
}
