import type { OpenedMail } from '@congso/contract/mail';
import { formatDateTime } from '@congso/language/dates';
import { formatFileSize } from '@congso/language/file-sizes';
import { Alert, Button, SegmentedControl } from '@mantine/core';
import { IconMailDown, IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { FileList } from '../../../components/files/file-list.tsx';
import { isPdf, PdfView } from '../../../components/files/pdf-view.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { Prose } from '../../../components/text/prose.tsx';
import { useLanguage, useSay } from '../../../lib/language.ts';
import { ChooseEncoding, isEncodingDoubtful } from './choose-encoding.tsx';
import classes from './letter.module.css';
import { MailWarnings } from './mail-warnings.tsx';
import { SenderVerdict } from './sender-verdict.tsx';
import { Unread } from './unread.tsx';

/** The letter as it came: who sent it and whether that is true, what to beware of, its text, its files, the original. */
export function Letter({ mail }: { mail: OpenedMail }) {
  const say = useSay();
  const language = useLanguage();
  const mark = mail.proposal?.secrecyMark;
  const isHidden = mail.state === 'quarantined' || mail.state === 'destroyed';
  const from = mail.fromName === '' ? mail.fromAddress : `${mail.fromName} <${mail.fromAddress}>`;
  return (
    <>
      <Facts
        facts={[
          { label: say('mail.from'), value: from },
          { label: say('mail.senderDetail'), value: !isHidden && <SenderVerdict mail={mail} /> },
          { label: say('mail.to'), value: mail.to.length > 0 ? mail.to.join(', ') : mail.recipient },
          { label: say('mail.sentAt'), value: mail.sentAt && formatDateTime(mail.sentAt) },
        ]}
      />
      <MailWarnings mail={mail} />
      {isEncodingDoubtful(mail) && <ChooseEncoding mail={mail} />}
      {isHidden ? (
        <Alert color="red" icon={<IconShieldLock aria-hidden="true" />} title={say(`mail.state.${mail.state}`)}>
          {say(mail.state === 'quarantined' ? 'mail.quarantinedHint' : 'mail.destroyedHint')}
          {mark && (
            <p className={classes.found}>
              {say('mail.markFoundIn', {
                mark: say(`mail.secrecy.${mark.value}`),
                place: say(`mail.foundIn.${mark.source}`),
              })}
            </p>
          )}
        </Alert>
      ) : (
        <>
          <FileList files={mail.attachments} />
          {mail.hiddenPictures > 0 && (
            <p className={classes.hidden}>{say('mail.hiddenPictures', { count: mail.hiddenPictures })}</p>
          )}
          <Button
            component="a"
            href={`/mails/${encodeURIComponent(mail.id)}/original`}
            variant="default"
            size="xs"
            leftSection={<IconMailDown size={16} aria-hidden="true" />}
            style={{ alignSelf: 'start' }}
          >
            {say('mail.downloadOriginal')} ({formatFileSize(mail.sizeBytes, language)})
          </Button>
          <Content mail={mail} />
        </>
      )}
    </>
  );
}

const TEXT = 'text';

/** The text or one of the PDFs. What has to be registered mostly stands in the PDF, so that is shown first. */
function Content({ mail }: { mail: OpenedMail }) {
  const say = useSay();
  const pdfs = mail.attachments.filter(isPdf);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = chosen ?? pdfs[0]?.id ?? TEXT;
  const pdf = pdfs.find(({ id }) => id === shown);
  return (
    <>
      {pdfs.length > 0 && (
        <SegmentedControl
          className={classes.choice}
          aria-label={say('mail.letter')}
          value={shown}
          onChange={setChosen}
          data={[...pdfs.map(({ id, name }) => ({ value: id, label: name })), { value: TEXT, label: say('mail.text') }]}
        />
      )}
      {pdf ? (
        <div className={classes.viewer}>
          <PdfView file={pdf} />
        </div>
      ) : (
        <>
          <div className={classes.text}>
            {mail.state === 'original-only' ? (
              <Unread mail={mail} />
            ) : mail.state === 'received' ? (
              <span role="status">{say('mail.reading')}</span>
            ) : mail.text === '' ? (
              say('mail.noText')
            ) : (
              <Prose text={mail.text} />
            )}
          </div>
          {mail.text !== '' && !isEncodingDoubtful(mail) && <ChooseEncoding mail={mail} />}
        </>
      )}
    </>
  );
}
