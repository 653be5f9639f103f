import type { FileRecord } from '@congso/contract/files';
import classes from './files.module.css';

/** Whether the browser can show it inside a page. */
export const isPdf = ({ mime }: Pick<FileRecord, 'mime'>): boolean => mime === 'application/pdf';

/** A PDF inside the page, in the browser's own viewer. It takes the height it is given. */
export function PdfView({ file }: { file: FileRecord }) {
  // Without the viewer's own side pane, as wide as there is room.
  const address = `/files/${encodeURIComponent(file.id)}?inline#navpanes=0&view=FitH`;
  return <iframe className={classes.pdf} src={address} title={file.name} />;
}
