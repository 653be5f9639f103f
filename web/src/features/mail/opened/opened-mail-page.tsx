import { getRouteApi } from '@tanstack/react-router';
import { Loaded } from '../../../components/states/loaded.tsx';
import { DetailSkeleton } from '../../../components/states/skeletons.tsx';
import { useSay } from '../../../lib/language.ts';
import { usePageTitle } from '../../../lib/use-page-title.ts';
import { DecidedPanel } from '../decide/decided-panel.tsx';
import { isWaiting } from '../is-waiting.ts';
import { Letter } from '../letter/letter.tsx';
import { useMail } from '../mail-queries.ts';
import { RegistrationPanel } from '../register/registration-panel.tsx';
import { subjectOf } from '../subject-of.ts';
import { MailHeader } from './mail-header.tsx';
import classes from './opened-mail.module.css';

const route = getRouteApi('/office/mail/$mailId');

/** One mail: the letter at the left, and what a clerk does with it at the right; on a phone one under the other. */
export function OpenedMailPage() {
  const say = useSay();
  const { mailId } = route.useParams();
  const asked = useMail(mailId);
  usePageTitle(asked.data ? subjectOf(asked.data, say) : '');
  return (
    <Loaded query={asked} skeleton={<DetailSkeleton />}>
      {(mail) => (
        <>
          <MailHeader mail={mail} />
          <div className={classes.columns} key={mailId}>
            <section className={classes.letter} aria-label={say('mail.letter')}>
              <Letter mail={mail} />
            </section>
            <section className={classes.form} aria-label={say('mail.registration')}>
              {mail.state === 'registered' || (isWaiting(mail) && mail.actions.length > 0) ? (
                <RegistrationPanel mail={mail} />
              ) : (
                <DecidedPanel mail={mail} />
              )}
            </section>
          </div>
        </>
      )}
    </Loaded>
  );
}
