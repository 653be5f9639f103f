import { type RefObject, useEffect, useRef } from 'react';
import { announce } from '../../../lib/announce.ts';
import { readSay } from '../../../lib/language.ts';
import { showToast } from '../../../lib/toast.ts';
import type { Uploads } from '../sending/use-uploads.ts';
import { holdsFiles, pastesFiles, readTransfer, type Taken } from './read-transfer.ts';

type Target = { zone: HTMLElement; take: (taken: Taken) => void };

/** The places of this page that take files, in the order in which they came to be. */
const targets: Target[] = [];
let shown: HTMLElement | null = null;

/**
 * Makes a form take what is dropped or pasted: on its own element (`ref`), and wherever on the page nothing else takes
 * it. While files are held over the page its element has `data-over`.
 */
export function useFileTarget<T extends HTMLElement>({ add, sayNotTaken }: Uploads): RefObject<T | null> {
  const element = useRef<T>(null);
  const takes = useRef<Target['take']>(() => {});
  takes.current = ({ files, emptyFolders }) => {
    if (files.length > 0) add(files);
    const [name] = emptyFolders;
    if (files.length === 0 && name !== undefined) sayNotTaken(readSay()('files.emptyFolder', { name }));
  };
  useEffect(() => {
    const zone = element.current;
    if (zone === null) return;
    const target: Target = { zone, take: (taken) => takes.current(taken) };
    targets.push(target);
    return () => {
      targets.splice(targets.indexOf(target), 1);
    };
  }, []);
  return element;
}

/**
 * From now on no file that is dropped on this page opens in its place, which would lose the page: it goes to the place
 * under it, else to the one that takes files, or is refused with a word. Text is left to the browser.
 */
export function takeDropsAndPastes(page: Document): void {
  page.addEventListener('dragover', (event) => {
    const data = event.dataTransfer;
    if (!data || !isOurs(event, data)) return;
    event.preventDefault();
    const target = holdsFiles(data) ? findTarget(event.target) : null;
    data.dropEffect = target ? 'copy' : 'none';
    show(target?.zone ?? null);
  });
  page.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) show(null);
  });
  page.addEventListener('drop', (event) => {
    const data = event.dataTransfer;
    show(null);
    if (!data || !isOurs(event, data)) return;
    event.preventDefault();
    if (holdsFiles(data)) give(event.target, data);
  });
  page.addEventListener('paste', (event) => {
    if (event.defaultPrevented || !event.clipboardData || !pastesFiles(event.clipboardData)) return;
    event.preventDefault();
    give(event.target, event.clipboardData);
  });
}

/** Files, and addresses beside a field: the browser would leave the page for them. */
function isOurs(event: DragEvent, data: DataTransfer): boolean {
  return holdsFiles(data) || (data.types.includes('text/uri-list') && !isField(event.target));
}

const isField = (at: EventTarget | null): boolean =>
  at instanceof Element && at.closest('input, textarea, [contenteditable="true"]') !== null;

/** The target under the pointer or around the field; else the youngest one that no dialog covers. */
function findTarget(at: EventTarget | null): Target | null {
  const dialog = [...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].at(-1);
  const reachable = targets.filter(({ zone }) => (dialog ? dialog.contains(zone) : true) && zone.checkVisibility());
  return reachable.find(({ zone }) => at instanceof Node && zone.contains(at)) ?? reachable.at(-1) ?? null;
}

function give(at: EventTarget | null, data: DataTransfer): void {
  const target = findTarget(at);
  if (target) {
    void readTransfer(data).then(target.take);
    return;
  }
  const message = readSay()('files.dropNowhere');
  void showToast({ id: 'drop-nowhere', message, isError: true });
  announce(message);
}

function show(zone: HTMLElement | null): void {
  if (shown === zone) return;
  shown?.removeAttribute('data-over');
  zone?.setAttribute('data-over', 'true');
  shown = zone;
}
