/** Asks something at most so often: whoever wants to know in between is told the last answer, or waits for the same. */
export function askSeldom<T>(everyMs: number, ask: () => Promise<T>): () => Promise<T> {
  let askedAt = Number.NEGATIVE_INFINITY;
  let answer: Promise<T>;
  return () => {
    if (performance.now() - askedAt >= everyMs) {
      askedAt = performance.now();
      answer = ask();
    }
    return answer;
  };
}
