import type { FileFinding, FileRecord } from '@congso/contract/files';
import { IconAlertTriangle, IconEyeOff } from '@tabler/icons-react';
import { useSay } from '../../lib/language.ts';
import classes from './files.module.css';

/** What harms whoever opens it; everything else is what was not looked into. */
const DANGERS: readonly FileFinding[] = ['program', 'shortcut', 'script', 'macros'];
const isDanger = (finding: FileFinding): boolean => DANGERS.includes(finding);

/** Whether something in a file was not looked into, so that it may hold anything. */
export const isUnseen = ({ findings }: FileRecord): boolean => findings?.some((finding) => !isDanger(finding)) ?? false;

/** Whether opening a file may do harm. */
export const isDangerous = ({ findings }: FileRecord): boolean => findings?.some(isDanger) ?? false;

/** What was found in a file from outside, or that it was not looked into; a line each. Nothing where there is nothing to say. */
export function FileFindings({ file: { findings } }: { file: FileRecord }) {
  const say = useSay();
  return findings?.map((finding) => {
    const Icon = isDanger(finding) ? IconAlertTriangle : IconEyeOff;
    return (
      <span key={finding} className={classes.finding} data-danger={isDanger(finding)}>
        <Icon size={14} aria-hidden="true" />
        {say(`files.finding.${finding}`)}
      </span>
    );
  });
}
