import { Button } from '@mantine/core';
import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useSay } from '../../lib/language.ts';
import { useConnection } from '../../realtime/connection.ts';
import classes from './frame.module.css';

/** A line that flickers for less than this is nobody's business. */
const PATIENCE_MS = 2_000;

/** Says quietly that the line is down, or that the page is older than the server. */
export function LineBanner() {
  const say = useSay();
  const line = useConnection((connection) => connection.line);
  const isDown = useLasting(line === 'lost', PATIENCE_MS);
  return (
    <div role="status">
      {line === 'outdated' && (
        <div className={classes.banner}>
          <IconRefresh size={18} aria-hidden="true" />
          <span>{say('frame.state.updateReady')}</span>
          <Button size="compact-sm" onClick={() => window.location.reload()}>
            {say('frame.action.reload')}
          </Button>
        </div>
      )}
      {isDown && (
        <div className={classes.banner}>
          <IconCloudOff size={18} aria-hidden="true" />
          <span>{say('frame.state.offline')}</span>
        </div>
      )}
    </div>
  );
}

/** True once something has been true for that long without a break. */
function useLasting(isTrue: boolean, durationMs: number): boolean {
  const [isLasting, setIsLasting] = useState(false);
  useEffect(() => {
    if (!isTrue) return setIsLasting(false);
    const timer = setTimeout(() => setIsLasting(true), durationMs);
    return () => clearTimeout(timer);
  }, [isTrue, durationMs]);
  return isLasting;
}
