/** What an abuser is given. Everything it does is bounded by `seconds` and `atOnce`, and goes to loopback. */
export type Given = {
  readonly url: string;
  readonly seconds: number;
  readonly atOnce: number;
  readonly token: string;
  readonly personIds: readonly string[];
  readonly conversationId: string;
};

/** How often which answer came: HTTP status, error code, or what became of a line. */
export type Answers = Record<string, number>;

/** One way of costing the office more than whoever does it. Ends when its time is up. */
export type Abuse = (given: Given, note: (answer: string) => void) => Promise<void>;

/** Does something again and again, so many at once, until the time is up. */
export async function again(
  { seconds, atOnce }: Given,
  work: (lane: number, round: number) => Promise<void>,
): Promise<void> {
  const until = performance.now() + seconds * 1_000;
  const lane = async (index: number) => {
    for (let round = 0; performance.now() < until; round += 1) await work(index, round);
  };
  await Promise.all(Array.from({ length: atOnce }, (_, index) => lane(index)));
}
