/** What was dropped or pasted: the files, those of folders among them, and the folders in which there was none. */
export type Taken = { files: File[]; emptyFolders: string[] };

/** More is a mistake: a folder with the whole disk in it. */
const MOST_FILES = 500;
const DEEPEST = 10;
/** What systems leave in folders for themselves. */
const LEFT_BY_SYSTEMS = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** Whether something is dragged that a page would be left for: the browser opens a file that falls beside its place. */
export const holdsFiles = (data: DataTransfer): boolean => data.types.includes('Files');

/**
 * Whether a paste is of files. Where there is text, text was meant: a table of Excel comes with a picture of itself. Only
 * a file that was copied as such comes with its own name, on some systems with its path.
 */
export function pastesFiles(data: Pick<DataTransfer, 'files' | 'getData'>): boolean {
  if (data.files.length === 0) return false;
  const text = data.getData('text/plain').trim();
  const names = new Set([...data.files].map(({ name }) => name));
  return text === '' || text.split('\n').every((line) => names.has(lastPartOf(line.trim())));
}

/** Must be called while the event is told: a browser forgets what was dropped right after. */
export async function readTransfer(data: Pick<DataTransfer, 'files' | 'items'>): Promise<Taken> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const folders = entries.filter((entry) => entry?.isDirectory) as FileSystemDirectoryEntry[];
  const names = new Set(folders.map(({ name }) => name));
  // A folder stands among the files too, as one that cannot be read.
  const files = [...data.files].filter((file) => !(names.has(file.name) && file.type === ''));
  const emptyFolders: string[] = [];
  for (const folder of folders) {
    const found = await filesIn(folder, MOST_FILES - files.length, DEEPEST);
    files.push(...found);
    if (found.length === 0) emptyFolders.push(folder.name);
  }
  return { files, emptyFolders };
}

async function filesIn(folder: FileSystemDirectoryEntry, most: number, deepest: number): Promise<File[]> {
  const found: File[] = [];
  for (const entry of await entriesOf(folder)) {
    if (found.length >= most) break;
    if (LEFT_BY_SYSTEMS.test(entry.name)) continue;
    if (entry.isFile) found.push(...(await fileOf(entry as FileSystemFileEntry)));
    else if (deepest > 0) {
      found.push(...(await filesIn(entry as FileSystemDirectoryEntry, most - found.length, deepest - 1)));
    }
  }
  return found;
}

/** A browser gives them by the hundred, until it gives none. What cannot be read has none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0 || all.length >= MOST_FILES) return all;
    all.push(...some);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File[]> =>
  new Promise((resolve) =>
    entry.file(
      (file) => resolve([file]),
      () => resolve([]),
    ),
  );

/** The name at the end of a path or of a `file:` address. */
function lastPartOf(path: string): string {
  const last = path.split(/[/\\]/).at(-1) ?? '';
  try {
    return path.startsWith('file:') ? decodeURIComponent(last) : last;
  } catch {
    // A percent sign that encodes nothing.
    return last;
  }
}
