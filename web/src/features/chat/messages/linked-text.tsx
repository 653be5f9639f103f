const ADDRESS = /https?:\/\/[^\s<>"']+/g;
/** What ends a sentence after an address is not part of it. */
const TRAILING = /[.,;:!?)\]}»”’]+$/;

/** A text whose web addresses can be followed. Everything else stays text: nothing in it is ever HTML. */
export function LinkedText({ text }: { text: string }) {
  const parts: React.ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '');
    parts.push(text.slice(from, match.index));
    parts.push(
      <a key={match.index} href={address} target="_blank" rel="noopener noreferrer nofollow">
        {address}
      </a>,
    );
    from = match.index + address.length;
  }
  parts.push(text.slice(from));
  return parts;
}
