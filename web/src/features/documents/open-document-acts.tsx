import type { OpenedDocument } from '@congso/contract/documents';
import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useSay } from '../../lib/language.ts';
import { showToast } from '../../lib/toast.ts';

const ActDialog = lazy(() => import('./opened/act/act-dialog.tsx').then((module) => ({ default: module.ActDialog })));

/** Submits a letter from where it was registered, without opening it: the leader it mostly goes to stands there already. */
export function DocumentActs({ document }: { document: OpenedDocument }) {
  const say = useSay();
  const [isActing, setIsActing] = useState(false);
  const submit = document.allowedActions.find(({ action }) => action === 'submit');
  const title = say('documents.action.submit');
  return (
    <>
      {submit && <Button onClick={() => setIsActing(true)}>{title}</Button>}
      {submit && isActing && (
        <Suspense>
          <ActDialog
            document={document}
            allowed={submit}
            title={title}
            step={null}
            onClose={() => setIsActing(false)}
            onDone={() => void showToast({ message: say('documents.acted', { action: title }) })}
          />
        </Suspense>
      )}
    </>
  );
}
