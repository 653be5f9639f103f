import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The package addresses of one-line sources ("deb [options] URI suite ..."). */
export function readOneLineSources(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*deb\s+(?:\[[^\]]*\]\s*)?(\S+)\s/.exec(line);
    return match?.[1] ? [match[1]] : [];
  });
}

/** The package addresses of deb822 sources (*.sources): stanzas of fields, whose values go on in indented lines. */
export function readDeb822Sources(text: string): string[] {
  const uncommented = text.split('\n').filter((line) => !line.startsWith('#'));
  return uncommented
    .join('\n')
    .split(/\n\s*\n/)
    .flatMap((stanza) => {
      const field = (name: string) =>
        new RegExp(`^${name}:((?:.*)(?:\\n[ \\t].*)*)`, 'im').exec(stanza)?.[1]?.trim().split(/\s+/) ?? [];
      if (!field('Types').includes('deb') || field('Enabled')[0]?.toLowerCase() === 'no') return [];
      return field('URIs');
    });
}

/**
 * The mirrors this system itself takes its packages from, in its order and each once: whoever set it up chose those that
 * can be reached from here. Security archives are left out; they do not carry the whole release.
 *
 * @param aptFolder where apt's configuration lies
 */
export function listMirrors(aptFolder = '/etc/apt'): string[] {
  const uris: string[] = [];
  const main = join(aptFolder, 'sources.list');
  if (existsSync(main)) uris.push(...readOneLineSources(readFileSync(main, 'utf8')));
  const parts = join(aptFolder, 'sources.list.d');
  for (const name of existsSync(parts) ? readdirSync(parts).sort() : []) {
    if (name.endsWith('.list')) uris.push(...readOneLineSources(readFileSync(join(parts, name), 'utf8')));
    if (name.endsWith('.sources')) uris.push(...readDeb822Sources(readFileSync(join(parts, name), 'utf8')));
  }
  return [...new Set(uris.map((uri) => uri.replace(/\/+$/, '')))].filter((uri) => !uri.includes('security'));
}
