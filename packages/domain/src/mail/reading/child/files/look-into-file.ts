import type { FileFinding } from '@congso/contract/files';
import type { SecrecyMark } from '@congso/contract/mail-reading';
import { decodeXML } from 'entities';
import { fileTypeFromBuffer } from 'file-type';
import { findSecrecyInFileName, findSecrecyInText, strongestMark } from '../../phrases/find-marks.ts';
import type { PdfText } from '../child-result.ts';
import type { ReadPdf } from '../read-pdf-text.ts';
import { decodeText } from '../text/decode-text.ts';
import { htmlToText } from '../text/html-to-text.ts';
import { dangersOfBytes, findingsOfOleFile, isOleFile, isText } from './dangers-of-bytes.ts';
import { dangersOfName, firstFindings, holdsOthers } from './first-findings.ts';
import { readZip, type ZippedFile } from './read-zip.ts';

/** What is known of a file that has been looked into. */
export interface LookedInto {
  findings: FileFinding[];
  secrecyMark: SecrecyMark | null;
  /** Of a PDF with text, so that a letter is proposed from it. */
  pdf: Omit<PdfText, 'attachment'> | null;
}

/** A file to be looked into, in memory. */
export interface FileToLookInto {
  name: string;
  mime: string;
  bytes: Buffer;
}

/** How far is looked. */
export interface LookingBounds {
  pdfPages: number;
  /** Milliseconds since 1970. */
  until: number;
}

const BEGINNING = 64 * 1024;
const LONGEST_TEXT = 1024 * 1024;
/** The parts of a document of Office or OpenDocument that hold its words. */
const WORDS =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)|xl\/sharedStrings|ppt\/slides\/slide\d+|content|styles)\.xml$/;
const OFFICE = /(?:officedocument|oasis\.opendocument|ms-(?:word|excel|powerpoint)\..*macroenabled)/i;
/** What lies in such a document as a file of its own. */
const EMBEDDED = /^(?:word|xl|ppt)\/embeddings\/|^Object \d/i;

/**
 * Looks into a file for dangers and secrecy marks: its first bytes, the text of a PDF, of plain text and of an office
 * document; of a ZIP the files in it, one level deep. What it could not read, it says; it never throws for what a file holds.
 */
export async function lookIntoFile(file: FileToLookInto, bounds: LookingBounds): Promise<LookedInto> {
  return look(file, bounds, true);
}

async function look(file: FileToLookInto, bounds: LookingBounds, opensArchives: boolean): Promise<LookedInto> {
  const { name, mime, bytes } = file;
  const beginning = bytes.subarray(0, BEGINNING);
  const dangers = [...dangersOfName(name), ...dangersOfBytes(beginning)];
  const found = (findings: readonly FileFinding[], text = '', pdf: LookedInto['pdf'] = null): LookedInto => ({
    findings: [...new Set([...dangers, ...findings])],
    secrecyMark: strongestMark([findSecrecyInFileName(name), findSecrecyInText(text)]),
    pdf,
  });
  if (mime === 'application/pdf') return lookIntoPdf(bytes, bounds, found);
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) {
    if (OFFICE.test(mime)) return lookIntoOfficeDocument(bytes, found);
    if (opensArchives) return lookIntoArchive(file, bounds, found);
  }
  if (isOleFile(beginning))
    return found([...findingsOfOleFile(bytes), holdsOthers(name, mime) ? 'unopened' : 'unread']);
  if (!holdsOthers(name, mime) && isText(beginning) && !beginning.toString('latin1').startsWith('{\\rtf')) {
    const isCut = bytes.length > LONGEST_TEXT;
    const { text } = decodeText(bytes.subarray(0, LONGEST_TEXT), '', null);
    return found(isCut ? ['partly-opened'] : [], /<[a-z!?]/i.test(text.slice(0, 1_000)) ? htmlToText(text) : text);
  }
  return found(firstFindings(name, mime));
}

type Found = (findings: readonly FileFinding[], text?: string, pdf?: LookedInto['pdf']) => LookedInto;

async function lookIntoPdf(bytes: Buffer, bounds: LookingBounds, found: Found): Promise<LookedInto> {
  if (Date.now() > bounds.until) return found(['unread']);
  // Loaded here and not above: it costs more than all the rest, and most mail has no PDF.
  const { readPdfText } = await import('../read-pdf-text.ts');
  let read: ReadPdf | null;
  try {
    read = await readPdfText(bytes, bounds.pdfPages);
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    if (code === 'ERR_MODULE_NOT_FOUND') throw error; // no reader at all is our fault
    return found([name === 'PasswordException' ? 'encrypted' : 'unread']);
  }
  if (read === null) return found(['unread']);
  const { isWhole, ...pdf } = read;
  return found(isWhole ? [] : ['partly-opened'], pdf.text, pdf);
}

async function lookIntoOfficeDocument(bytes: Buffer, found: Found): Promise<LookedInto> {
  const texts: string[] = [];
  const findings: FileFinding[] = [];
  try {
    for await (const { name, bytes: part } of readZip(bytes, (inside) => WORDS.test(inside))) {
      if (/vbaProject\.bin$|macrosheets\//i.test(name)) findings.push('macros');
      if (EMBEDDED.test(name)) findings.push('partly-opened');
      if (!WORDS.test(name)) continue;
      if (part === null) findings.push('partly-opened');
      else texts.push(textOfXml(part.toString('utf8')));
    }
  } catch {
    return found(['unread']); // damaged
  }
  const text = texts.join('\n');
  // Without a word it may be nothing but scanned pages.
  return found(text.trim() === '' ? [...findings, 'unread'] : findings, text);
}

/** The words of an office document's XML; a paragraph, a cell or a line ends a line. */
function textOfXml(xml: string): string {
  return decodeXML(
    xml.replace(/<\/(?:w:p|a:p|text:p|text:h|si)>|<(?:w:br|w:cr|text:line-break)\b/g, '\n$&').replace(/<[^>]*>/g, ''),
  );
}

async function lookIntoArchive(file: FileToLookInto, bounds: LookingBounds, found: Found): Promise<LookedInto> {
  const findings = new Set<FileFinding>();
  const marks: (SecrecyMark | null)[] = [];
  let seen = 0;
  let isWhole = true;
  try {
    const files = readZip(file.bytes);
    for (let next = await files.next(); ; next = await files.next()) {
      if (next.done) {
        isWhole &&= next.value.isWhole;
        break;
      }
      if (Date.now() > bounds.until) {
        isWhole = false;
        break;
      }
      seen += 1;
      const inside = await lookIntoZipped(next.value, bounds);
      marks.push(inside.secrecyMark);
      for (const finding of inside.findings) {
        if (finding === 'unopened' || finding === 'unread' || finding === 'partly-opened') isWhole = false;
        else findings.add(finding);
      }
    }
  } catch {
    isWhole = false; // damaged, or no ZIP at all
  }
  const outside = found([
    ...findings,
    ...(isWhole ? [] : [seen === 0 ? ('unopened' as const) : ('partly-opened' as const)]),
  ]);
  return { ...outside, secrecyMark: strongestMark([outside.secrecyMark, ...marks]) };
}

async function lookIntoZipped({ name, isEncrypted, bytes }: ZippedFile, bounds: LookingBounds): Promise<LookedInto> {
  const bare = name.split(/[/\\]/).at(-1) ?? name;
  if (bytes === null) {
    const findings: FileFinding[] = [...dangersOfName(bare), isEncrypted ? 'encrypted' : 'unread'];
    return { findings, secrecyMark: findSecrecyInFileName(bare), pdf: null };
  }
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? 'application/octet-stream';
  return look({ name: bare, mime, bytes }, bounds, false);
}
