import { type ReactElement, useEffect, useState } from 'react';
import { copyText } from '../../lib/copy-text.ts';
import { readSay } from '../../lib/language.ts';
import { showToast } from '../../lib/toast.ts';

const SAID_MS = 2_000;

type Props = {
  value: string;
  /** The button; `isCopied` for a moment after it was pressed. */
  children: (state: { isCopied: boolean; copy: () => void }) => ReactElement;
};

/** Copies a text, over plain HTTP too, and says so where the browser does not let it. */
export function CopyButton({ value, children }: Props) {
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    if (await copyText(value)) setIsCopied(true);
    else void showToast({ message: readSay()('frame.state.notCopied'), isError: true });
  };
  return children({ isCopied, copy: () => void copy() });
}
