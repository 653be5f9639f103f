import type { FileRecord } from '@congso/contract/files';
import { formatFileSize } from '@congso/language/file-sizes';
import { IconFile, IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { useLanguage } from '../../lib/language.ts';
import { FileFindings } from './file-findings.tsx';
import classes from './files.module.css';

function iconOf(mime: string) {
  if (mime === 'application/pdf') return IconFileTypePdf;
  return mime.startsWith('image/') ? IconPhoto : IconFile;
}

/** Files to be opened or downloaded; the server decides how each is shown safely. */
export function FileList({ files }: { files: readonly FileRecord[] }) {
  const language = useLanguage();
  if (files.length === 0) return null;
  return (
    <ul className={classes.list}>
      {files.map((file) => {
        const Icon = iconOf(file.mime);
        return (
          <li key={file.id}>
            <a className={classes.file} href={`/files/${encodeURIComponent(file.id)}`} target="_blank" rel="noreferrer">
              <Icon size={20} aria-hidden="true" className={classes.icon} />
              <span className={classes.words}>
                <span className={classes.name}>{file.name}</span>
                <span className={classes.detail}>{formatFileSize(file.size, language)}</span>
                <FileFindings file={file} />
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
