import { useSay } from '../../lib/language.ts';
import classes from './files.module.css';
import type { Uploads } from './sending/use-uploads.ts';
import { UploadRow } from './upload-row.tsx';

/** The files of a form on their way, what was not taken, and where the form itself waits for them, that it does. */
export function UploadList({
  uploads,
  saysWhatItWaitsFor = false,
}: {
  uploads: Uploads;
  saysWhatItWaitsFor?: boolean;
}) {
  const say = useSay();
  const { notTaken, isStuck, isOnItsWay } = uploads;
  if (uploads.uploads.length === 0 && notTaken.length === 0) return null;
  return (
    <div className={classes.uploads}>
      {uploads.uploads.length > 0 && (
        <ul className={classes.list} aria-label={say('files.chosen')}>
          {uploads.uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} />
          ))}
        </ul>
      )}
      {notTaken.map((sentence) => (
        <div key={sentence} className={classes.notTaken} role="alert">
          {sentence}
        </div>
      ))}
      {isStuck && (
        <div className={classes.notTaken} role="status">
          {say('files.stuck')}
        </div>
      )}
      {saysWhatItWaitsFor && !isStuck && isOnItsWay && (
        <div className={classes.detail} role="status">
          {say('files.onTheirWay')}
        </div>
      )}
    </div>
  );
}
