import { openSpotlight, Spotlight, spotlightActions, spotlightStore } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import type { CommandOutput } from '@congso/contract/catalog';
import { fold } from '@congso/language/fold';
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
import { useEffect, useState } from 'react';
import { sentenceOf } from '../../lib/ask-error.ts';
import { useSay } from '../../lib/language.ts';
import { askOptions } from '../../lib/use-ask.ts';
import { useEntries } from './navigation-entries.ts';

type Hit = CommandOutput<'search.find'>['hits'][number];

const PLACES = {
  person: { icon: IconAddressBook, to: (id: string) => `/directory/${id}` },
  conversation: { icon: IconMessageCircle, to: (id: string) => `/chat/${id}` },
  document: { icon: IconFileText, to: (id: string) => `/documents/${id}` },
  task: { icon: IconChecklist, to: (id: string) => `/tasks/${id}` },
  notice: { icon: IconSpeakerphone, to: (id: string) => `/notices/${id}` },
} satisfies Record<Hit['kind'], unknown>;

/** Finds people, conversations, documents, tasks and notices by words, and the places of the frame. Ctrl+K. */
export default function QuickFind({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  // It is mounted when it is wanted; mounted open, Mantine's store would not know that it is.
  useEffect(openSpotlight, []);
  const [wanted] = useDebouncedValue(text.trim(), 150);
  const { data, error, isFetching } = useQuery({
    ...askOptions(['search', wanted], 'search.find', { text: wanted }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  // The places are there before the answer comes above them: Enter opens the first line, whichever it is now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each answer
  useEffect(() => void spotlightActions.setSelectedAction(0, spotlightStore), [data]);
  const places = useEntries().filter(({ name }) => fold(say(`frame.navigation.${name}`)).includes(fold(text.trim())));
  const hits = wanted === '' ? [] : (data?.hits ?? []);
  const goTo = (to: string) => void navigate({ to });
  return (
    <Spotlight.Root
      query={text}
      onQueryChange={setText}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      overlayProps={{ blur: 0 }}
      maxHeight="60vh"
      aria-label={say('frame.action.search')}
    >
      <Spotlight.Search
        aria-label={say('frame.findAnything')}
        placeholder={say('frame.findAnything')}
        leftSection={<IconSearch size={20} aria-hidden="true" />}
      />
      <Spotlight.ActionsList>
        {hits.map((hit) => {
          const { icon: Icon, to } = PLACES[hit.kind];
          return (
            <Spotlight.Action
              key={`${hit.kind}:${hit.id}`}
              label={hit.title}
              description={hit.detail}
              leftSection={<Icon size={20} aria-hidden="true" />}
              onClick={() => goTo(to(hit.id))}
            />
          );
        })}
        {places.map(({ name, to, icon: Icon }) => (
          <Spotlight.Action
            key={name}
            label={say(`frame.navigation.${name}`)}
            leftSection={<Icon size={20} aria-hidden="true" />}
            onClick={() => goTo(to)}
          />
        ))}
        {hits.length === 0 && places.length === 0 && (
          <Spotlight.Empty>
            {error
              ? sentenceOf(error, say)
              : isFetching
                ? say('frame.state.loading')
                : say('frame.state.nothingFound', { query: text.trim() })}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
