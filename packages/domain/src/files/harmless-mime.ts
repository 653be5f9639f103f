// What a browser, a mail program or a reader of files shows, plays or saves without running anything of it. All else,
// pages, SVG, XML, scripts, style sheets, archives of pages and what nobody has heard of, is bytes: a list of what is
// dangerous is never whole.
const HARMLESS = new Set([
  'application/gzip',
  'application/ms-tnef',
  'application/msword',
  'application/pdf',
  'application/pkcs7-mime',
  'application/pkcs7-signature',
  'application/postscript',
  'application/rtf',
  'application/vnd.rar',
  'application/x-7z-compressed',
  'application/x-bzip2',
  'application/x-cfb',
  'application/x-rar-compressed',
  'application/x-tar',
  'application/x-xz',
  'application/zip',
  'message/rfc822',
  'text/calendar',
  'text/csv',
  'text/plain',
  'text/rtf',
]);
/** Sounds, films, and pictures but for those that are documents with scripts in them. */
const HARMLESS_MEDIA = /^(?:audio|video|image)\/(?!.*(?:xml|svg))[a-z0-9][\w.-]{0,80}$/;
/** Word, Excel, PowerPoint, Visio, OpenDocument; the forms of them that are bare XML are none. */
const HARMLESS_OFFICE =
  /^application\/vnd\.(?:ms-|openxmlformats-officedocument\.|oasis\.opendocument\.)(?!.*\+xml)[\w.+-]{1,90}$/;

/** What is no type, or none that is known to be harmless. */
export const BYTES = 'application/octet-stream';

/**
 * The type under which a file is recorded, shown and served, whatever was declared: one that runs nothing, or bytes.
 * Asked when a file is recorded and again when it is shown, because a record may be older than this rule.
 */
export function harmlessMime(mime: string): string {
  const type = mime.toLowerCase();
  return HARMLESS.has(type) || HARMLESS_MEDIA.test(type) || HARMLESS_OFFICE.test(type) ? type : BYTES;
}
