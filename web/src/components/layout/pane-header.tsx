import { UnstyledButton } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useSay } from '../../lib/language.ts';
import { BackArrow } from './back-arrow.tsx';
import classes from './pane-header.module.css';

type Props = {
  title: ReactNode;
  detail?: ReactNode;
  /** The address one level up, with what its list was filtered by; shown on phones, where the list is not beside. */
  backTo?: string;
  actions?: ReactNode;
  /** 1 for the list pane and for pages, 2 for what is opened from a list. */
  level?: 1 | 2;
  /** An avatar or an icon before the title. */
  leading?: ReactNode;
};

/** More than this may not go into two lines of a phone, and the head would leave no room for what it is the head of. */
const LONG_TITLE = 40;

/** The head of a pane: where one is, and what can be done with the whole of it. */
export function PaneHeader({ title, detail, backTo, actions, level = 1, leading }: Props) {
  const say = useSay();
  const [isWhole, { toggle }] = useDisclosure(false);
  const isLong = typeof title === 'string' && title.length > LONG_TITLE;
  const Heading = level === 1 ? 'h1' : 'h2';
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const isCut = isPhone && isLong;
  return (
    <>
      <header className={classes.header}>
        {backTo && <BackArrow className={classes.back} to={backTo} />}
        {leading}
        <div className={classes.words}>
          <Heading className={classes.title} data-level={level} data-cut={isCut && !isWhole}>
            {title}
          </Heading>
          {!isPhone && detail && <div className={classes.detail}>{detail}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {isPhone && (detail || isCut) && (
        <div className={classes.below}>
          {detail && <div className={classes.detail}>{detail}</div>}
          {isCut && (
            <UnstyledButton className={classes.whole} aria-expanded={isWhole} onClick={toggle}>
              {say(isWhole ? 'frame.action.showLess' : 'frame.action.showAll')}
            </UnstyledButton>
          )}
        </div>
      )}
    </>
  );
}
