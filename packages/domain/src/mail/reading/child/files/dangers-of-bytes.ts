import type { FileFinding } from '@congso/contract/files';

const LINK_FILE = Buffer.from('4c0000000114020000000000c000000000000046', 'hex');
/** Programs of Linux and macOS by their first bytes; Windows' "MZ" may also begin a text. */
const PROGRAMS = ['7f454c46', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe'].map((hex) => Buffer.from(hex, 'hex'));
const OLE_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Names of storages inside an OLE file, in UTF-16 as its directory holds them. */
const named = (name: string) => Buffer.from(name, 'utf16le');
const MACROS = [named('_VBA_PROJECT'), named('Macros'), named('_xlm')];
const ENCRYPTED = [named('EncryptedPackage'), named('EncryptionInfo')];

/** Whether the bytes are those of an OLE file: a document of Office before 2007, or an encrypted newer one. */
export const isOleFile = (beginning: Buffer): boolean => beginning.subarray(0, 8).equals(OLE_FILE);

/** The dangers that the first bytes of a file tell, whatever it is called. */
export function dangersOfBytes(beginning: Buffer): FileFinding[] {
  const startsWith = (magic: Buffer) => beginning.subarray(0, magic.length).equals(magic);
  if (PROGRAMS.some(startsWith) || (startsWith(Buffer.from('MZ')) && !isText(beginning))) return ['program'];
  if (startsWith(LINK_FILE)) return ['shortcut'];
  if (!isText(beginning)) return [];
  const text = beginning.toString('latin1');
  if (/^\s{0,20}\[(?:InternetShortcut|Desktop Entry)\]/i.test(text)) return ['shortcut'];
  return /^#!\s?\/|<script[\s>]|<hta:application|<job[\s>]/i.test(text) ? ['script'] : [];
}

/** Whether bytes are text: of the controls they hold only those that text has. */
export const isText = (beginning: Buffer): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the controls are what is asked for
  !/[\x00-\x08\x0E-\x1A\x1C-\x1F]/.test(beginning.toString('latin1'));

/** What the directory of an OLE file tells. The bytes are searched, not parsed: a damaged one is no reason for silence. */
export function findingsOfOleFile(bytes: Buffer): FileFinding[] {
  const holds = (names: readonly Buffer[]) => names.some((name) => bytes.includes(name));
  return [...(holds(MACROS) ? ['macros' as const] : []), ...(holds(ENCRYPTED) ? ['encrypted' as const] : [])];
}
