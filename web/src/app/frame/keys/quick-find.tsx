import type { Hit } from '@congso/contract/sync';
import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  IconAddressBook,
  IconChecklist,
  IconFileText,
  IconMessageCircle,
  IconSearch,
  IconSpeakerphone,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { Refused } from '../../../components/states/error-state.tsx';
import { useReturnFocus } from '../../../lib/keyboard/use-return-focus.ts';
import { useSay } from '../../../lib/language.ts';
import { useCloseOnBack } from '../../../lib/page/close-on-back.ts';
import { askOptions } from '../../../lib/use-ask.ts';
import { useUnits } from '../../../office/units.ts';
import { isMeant, usePlaces } from './places.ts';
import classes from './quick-find.module.css';
import { wordHit } from './word-hit.ts';

/** `isFound`: by the server, maybe for fewer words than are typed by now. */
type Line = {
  key: string;
  group: Group;
  icon: typeof IconSearch;
  title: string;
  detail: string;
  to: string;
  isFound: boolean;
};
type Group = 'page' | 'action' | Hit['kind'];
/** The order in which they are shown. */
const GROUPS: readonly Group[] = ['page', 'action', 'person', 'conversation', 'document', 'task', 'notice'];

const PLACES = {
  person: { icon: IconAddressBook, to: '/directory/' },
  conversation: { icon: IconMessageCircle, to: '/chat/' },
  document: { icon: IconFileText, to: '/documents/' },
  task: { icon: IconChecklist, to: '/tasks/' },
  notice: { icon: IconSpeakerphone, to: '/notices/' },
} satisfies Record<Hit['kind'], unknown>;

/**
 * Finds pages and what one can begin, and people, conversations, documents, tasks and notices by words. Ctrl+K. While it
 * searches, what was found for the words before still stands there, and Enter opens none of that.
 */
export default function QuickFind({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const listId = useId();
  useReturnFocus();
  useCloseOnBack(onClose);
  const [text, setText] = useState('');
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const { lines, error, isSearching } = useLines(text.trim());
  // What was chosen stays chosen where more is found; what is found no more is not.
  const chosen = Math.max(
    lines.findIndex(({ key }) => key === chosenKey),
    0,
  );

  const open = (line: Line | undefined) => {
    if (!line) return;
    onClose();
    void navigate({ to: line.to });
  };
  const choose = (at: number) => setChosenKey(lines.at(at % lines.length)?.key ?? null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const line = lines[chosen];
    if (event.key === 'Enter') open(isSearching && line?.isFound ? undefined : line);
    else if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside
      withCloseButton={false}
      padding={0}
      size="lg"
      attributes={{ content: { 'aria-label': say('frame.findAnything') } }}
    >
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={lines.length > 0 ? `${listId}-${chosen}` : ''}
        aria-label={say('frame.findAnything')}
        placeholder={say('frame.findAnything')}
        leftSection={<IconSearch size={20} aria-hidden="true" />}
        variant="unstyled"
        size="lg"
        px="xs"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosenKey(null);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={say('frame.findAnything')} className={classes.lines}>
        {GROUPS.map((group) => {
          const members = lines.flatMap((line, index) => (line.group === group ? [{ line, index }] : []));
          if (members.length === 0) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, which no element stands for
            <div key={group} role="group" aria-label={say(`frame.found.${group}`)}>
              <div className={classes.group} aria-hidden="true">
                {say(`frame.found.${group}`)}
              </div>
              {members.map(({ line, index }) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, as in every combobox
                <div
                  key={line.key}
                  id={`${listId}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === chosen}
                  className={classes.line}
                  ref={index === chosen ? scrollIntoView : null}
                  onClick={() => open(line)}
                >
                  <line.icon size={20} aria-hidden="true" />
                  <span className={classes.words}>
                    {line.title}
                    {line.detail !== '' && <span className={classes.detail}>{line.detail}</span>}
                  </span>
                </div>
              ))}
            </div>
          );
        })}
      </div>
      <Refused error={error} />
      {lines.length === 0 && !error && (
        <p className={classes.empty} role="status">
          {isSearching ? say('frame.state.loading') : say('frame.state.nothingFound', { query: text.trim() })}
        </p>
      )}
      <p className={classes.notSearched}>{say('frame.notSearched')}</p>
    </Modal>
  );
}

const scrollIntoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/**
 * The pages and actions of which words begin as the text's do, then what was found in the office; without words all of them.
 * The places are there at once: what is found later comes under them and moves nothing.
 */
function useLines(text: string): { lines: Line[]; error: unknown; isSearching: boolean } {
  const say = useSay();
  const { units } = useUnits();
  const unitNameOf = (unitId: string | null) => units.find(({ id }) => id === unitId)?.name ?? '';
  const [wanted] = useDebouncedValue(text, 150);
  const { data, error, isFetching } = useQuery({
    ...askOptions(['search', wanted], 'search.find', { text: wanted }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  const hits = text === '' || wanted === '' ? [] : (data?.hits ?? []);
  const found = hits.map((hit) => {
    const { icon, to } = PLACES[hit.kind];
    return {
      key: `${hit.kind}:${hit.id}`,
      group: hit.kind,
      icon,
      ...wordHit(hit, say, unitNameOf),
      to: `${to}${hit.id}`,
      isFound: true,
    };
  });
  const places = usePlaces().map((place) => ({ ...place, detail: '', isFound: false }));
  const matching = places.filter(({ title }) => isMeant(text, title));
  return { lines: [...matching, ...found], error, isSearching: isFetching || text !== wanted };
}
