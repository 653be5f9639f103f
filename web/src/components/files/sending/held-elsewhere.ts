type Said = { asked: string[] } | { held: string[] };

/** So long another tab may take to answer; one that the browser has put to sleep does not. */
const ANSWER_MS = 400;

let channel: BroadcastChannel | null = null;

/** From now on this tab answers the others which uploads it is at. */
export function answerForUploads(isHere: (key: string) => boolean): void {
  if (channel !== null || typeof BroadcastChannel === 'undefined') return;
  channel = new BroadcastChannel('congso.uploads');
  channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (!('asked' in data)) return;
    const held = data.asked.filter(isHere);
    if (held.length > 0) channel?.postMessage({ held } satisfies Said);
  });
}

/** Those of the uploads that no other open tab is at: two must not send one. */
export async function withoutHeldElsewhere(keys: readonly string[]): Promise<string[]> {
  const line = channel;
  if (line === null || keys.length === 0) return [...keys];
  const held = new Set<string>();
  const listen = ({ data }: MessageEvent<Said>) => {
    if ('held' in data) for (const key of data.held) held.add(key);
  };
  line.addEventListener('message', listen);
  line.postMessage({ asked: [...keys] } satisfies Said);
  await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
  line.removeEventListener('message', listen);
  return keys.filter((key) => !held.has(key));
}
