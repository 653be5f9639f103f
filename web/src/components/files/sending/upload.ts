import type { AskError } from '../../../lib/ask-error.ts';

/**
 * How a file on its way stands. `queued`: its turn comes; `waiting`: the line or the server is away, it goes on by
 * itself; `refused`: by the office, `error` says why; `unreadable`: what was chosen cannot be read on this device;
 * `lost`: the page that was sending it was closed, and the browser did not keep it: it must be chosen again.
 */
export type UploadState = 'queued' | 'uploading' | 'waiting' | 'complete' | 'refused' | 'unreadable' | 'lost';

/** A file on its way into the office. Each choosing is one of its own, also of the same file. */
export type Upload = {
  readonly key: string;
  /** Where it belongs: `conversation:<id>`, `message/<conversation>/<clientId>`, or the name of a form's draft. */
  readonly place: string;
  readonly name: string;
  readonly size: number;
  readonly sentBytes: number;
  readonly state: UploadState;
  /** Null until it is there whole. */
  readonly fileId: string | null;
  /** Where the server takes it, once it has begun. */
  readonly address: string | null;
  readonly error: AskError | null;
};

/** Whether it arrives without anybody's doing. */
export const isOnItsWay = ({ state }: Upload): boolean =>
  state === 'queued' || state === 'uploading' || state === 'waiting';

/** Whether somebody must do something about it: try again, choose again, or take it out. */
export const isStuck = (upload: Upload): boolean => upload.state !== 'complete' && !isOnItsWay(upload);
