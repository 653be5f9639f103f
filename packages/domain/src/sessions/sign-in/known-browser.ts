import { createHmac, timingSafeEqual } from 'node:crypto';
import { newId } from '../../office/ids.ts';
import type { Office } from '../../office/office.ts';

/** So many accounts one browser is remembered for, the latest first. */
const MOST = 8;

/**
 * A browser in which an account signed in before says so itself, by a cookie that only this office can make: a list of
 * `<browser>.<signature>`, one for each account, which names none of them. It opens nothing; wrong passwords from it are
 * counted apart, so that a stranger's never lock its owner out (OWASP, "device cookies").
 */
type Mark = { readonly browserId: string; readonly signature: string };

/** The id of this browser as one of the account's own; null when the cookie does not prove that. */
export function findKnownBrowser(office: Pick<Office, 'secret'>, login: string, cookie: string | null): string | null {
  return marksOf(cookie).find((mark) => isOf(office, login, mark))?.browserId ?? null;
}

/** The cookie from now on: the account signed in here. Those of other accounts stay. */
export function rememberBrowser(office: Pick<Office, 'secret'>, login: string, cookie: string | null): string {
  const marks = marksOf(cookie);
  const known = marks.find((mark) => isOf(office, login, mark));
  const browserId = known?.browserId ?? newId();
  const mark = { browserId, signature: sign(office, login, browserId) };
  return [mark, ...marks.filter((one) => one !== known)]
    .slice(0, MOST)
    .map((one) => `${one.browserId}.${one.signature}`)
    .join('~');
}

function marksOf(cookie: string | null): Mark[] {
  const parts = (cookie ?? '').split('~').slice(0, MOST);
  return parts.flatMap((part) => {
    const [, browserId, signature] = /^([\w-]{20})\.([\w-]{43})$/.exec(part) ?? [];
    return browserId && signature ? [{ browserId, signature }] : [];
  });
}

const sign = ({ secret }: Pick<Office, 'secret'>, login: string, browserId: string): string =>
  createHmac('sha256', secret).update(`known browser\u0000${login}\u0000${browserId}`).digest('base64url');

const isOf = (office: Pick<Office, 'secret'>, login: string, { browserId, signature }: Mark): boolean =>
  timingSafeEqual(Buffer.from(sign(office, login, browserId)), Buffer.from(signature));
