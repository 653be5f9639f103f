import { sentenceOf } from '../../lib/ask-error.ts';
import { useSay } from '../../lib/language.ts';

type Asked = { isLoaded: boolean; error: unknown; retry: () => void };

/**
 * What a picker says where it has nothing to offer: nothing is found only in what has come. What did not come is asked
 * for again each time the list is opened.
 */
export function useNothingFound({ isLoaded, error, retry }: Asked, noneFound: string) {
  const say = useSay();
  const missing = error ? sentenceOf(error, say) : say('frame.state.loading');
  return {
    nothingFoundMessage: isLoaded ? noneFound : missing,
    onDropdownOpen: () => {
      if (!isLoaded && error) retry();
    },
  };
}
