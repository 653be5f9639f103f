import { useEffect, useState } from 'react';

type Pages = { hasNextPage: boolean; fetchNextPage: () => Promise<{ hasNextPage: boolean; isError: boolean }> };

/** Prints the page once every page of the list is here: a printed register that lacks rows would be a false one. */
export function usePrintAll({ hasNextPage, fetchNextPage }: Pages) {
  const [isLoading, setIsLoading] = useState(false);
  const [isReady, setIsReady] = useState(false);

  // Only after the last rows have been rendered.
  useEffect(() => {
    if (!isReady) return;
    setIsReady(false);
    // In another typeface, which the paper would show, the words are wider.
    void document.fonts.ready.then(() => window.print());
  }, [isReady]);

  const print = async () => {
    setIsLoading(true);
    try {
      for (let more = hasNextPage; more; ) {
        const answer = await fetchNextPage();
        if (answer.isError) return;
        more = answer.hasNextPage;
      }
      setIsReady(true);
    } finally {
      setIsLoading(false);
    }
  };
  return { print: () => void print(), isLoading };
}
