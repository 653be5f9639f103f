import type { FileFinding } from '@congso/contract/files';

/** Extensions that Windows carries out, by what they are. A name is all that tells some of them. */
const DANGEROUS: readonly [FileFinding, RegExp][] = [
  [
    'program',
    /\.(?:exe|scr|com|pif|bat|cmd|msi|msp|msix|appx|cpl|dll|ocx|sys|jar|apk|app|gadget|xll|iso|img|vhdx?|one)$/i,
  ],
  ['shortcut', /\.(?:lnk|url|website|desktop|scf|library-ms|search-ms|settingcontent-ms)$/i],
  ['script', /\.(?:m?jse?|vbs?|vbe|wsf|wsh|wsc|hta|ps1|psm1|psd1|sct|reg|inf|chm|sh|py|pl|php|ahk|diagcab)$/i],
  ['macros', /\.(?:doc|dot|xls|xlt|xla|ppt|pot|pps|ppa|sld)m$|\.(?:xlam|ppam|xlsb|slk|iqy)$/i],
];
const CONTAINER_NAME =
  /\.(?:zip|rar|7z|tar|gz|tgz|bz2|xz|zst|cab|arj|lzh|ace|z|eml|msg|mht|mhtml|tnef|p7m|iso|img)$|^winmail\.dat$/i;
const CONTAINER_TYPE =
  /^(?:message\/|multipart\/)|\/(?:zip|gzip|x-gzip|x-7z-compressed|vnd\.rar|x-rar.*|x-tar|x-bzip2?|x-xz|zstd|x-compress.*|vnd\.ms-cab-compressed|ms-tnef|vnd\.ms-tnef|pkcs7-mime|x-pkcs7-mime|vnd\.ms-outlook|x-lzh.*|x-ace.*)$/i;

/** The dangers that a file's name alone tells. */
export function dangersOfName(name: string): FileFinding[] {
  return DANGEROUS.flatMap(([finding, pattern]) => (pattern.test(name) ? [finding] : []));
}

/** Whether it holds other files or a letter. */
export function holdsOthers(name: string, mime: string): boolean {
  return CONTAINER_TYPE.test(mime) || CONTAINER_NAME.test(name);
}

/**
 * What is said of a file before anything has looked into it, and remains when nothing can: its dangers by name, and that
 * it was not opened or not read.
 */
export function firstFindings(name: string, mime: string): FileFinding[] {
  return [...dangersOfName(name), holdsOthers(name, mime) ? 'unopened' : 'unread'];
}
