import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

/** A pause in typing after which the address follows. */
const PAUSE_MS = 250;

type Props = {
  /** What the address says. */
  text: string;
  onChange: (text: string) => void;
  label: string;
  placeholder?: string;
  className?: string | undefined;
};

/**
 * A search field whose text stands in the address. What is typed is the field's own: the address is changed in a
 * transition, later than the next key, and a Vietnamese keyboard that finds an older text in the field garbles the word.
 */
export function TypedText({ text, onChange, label, placeholder = label, className }: Props) {
  const [typed, setTyped] = useState(text);
  /** What was sent and has not come back, oldest first: a slow address may still tell of the first. */
  const underWay = useRef<readonly string[]>([]);
  const send = useDebouncedCallback((wanted: string) => {
    if (wanted === (underWay.current.at(-1) ?? text)) return;
    underWay.current = [...underWay.current, wanted];
    onChange(wanted);
  }, PAUSE_MS);
  useEffect(() => {
    const at = underWay.current.indexOf(text);
    underWay.current = underWay.current.slice(at + 1);
    if (at >= 0) return;
    // Not ours: back, a link, a filter that was cleared.
    underWay.current = [];
    send.cancel();
    setTyped((shown) => (shown.trim() === text ? shown : text));
  }, [text, send]);
  return (
    <TextInput
      type="search"
      className={className ?? ''}
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value.trim());
      }}
    />
  );
}
