import { findLinks } from '@congso/language/links/find-links';
import { type ReactNode, useMemo } from 'react';

/** What somebody wrote, with its web and mail addresses and telephone numbers to be followed. It is never HTML. */
export function LinkedText({ text }: { text: string }): ReactNode {
  const links = useMemo(() => findLinks(text), [text]);
  if (links.length === 0) return text;
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { from, to, href } of links) {
    parts.push(text.slice(end, from));
    // A mail program and a telephone take no tab of their own.
    const elsewhere = href.startsWith('http') && { target: '_blank', rel: 'noopener noreferrer nofollow' };
    parts.push(
      <a key={from} href={href} {...elsewhere}>
        {text.slice(from, to)}
      </a>,
    );
    end = to;
  }
  parts.push(text.slice(end));
  return parts;
}
