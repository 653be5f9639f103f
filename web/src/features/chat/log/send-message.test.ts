import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openServer, openTab, type Tab, TabStorage } from './tab-of-tests.ts';

const PAUSE_MS = 3_000;
let server: ReturnType<typeof openServer>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', new TabStorage());
  server = openServer();
  vi.stubGlobal('fetch', server.fetch);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settled = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const shown = (tab: Tab) => tab.log().facts.map((fact) => fact.kind === 'sent' && fact.text);
const waiting = (tab: Tab) => tab.log().pending.map(({ text, state }) => `${text}: ${state}`);
const kept = () => Object.keys(localStorage).filter((key) => key.startsWith('congso.queue'));

describe('what I say', () => {
  it('is shown among what others said meanwhile, when only HTTP is there', async () => {
    const tab = await openTab();
    server.write('binh', 'một');
    await tab.open();
    for (const text of ['hai', 'ba', 'bốn']) server.write('binh', text);
    tab.say('năm');
    await settled();
    expect(shown(tab)).toEqual(['một', 'hai', 'ba', 'bốn', 'năm']);
    expect(waiting(tab)).toEqual([]);
  });

  it('hides nothing that was said before, when it is sent before the conversation was loaded', async () => {
    for (let n = 1; n <= 60; n += 1) server.write('binh', `${n}`);
    const tab = await openTab();
    tab.say('sớm');
    await settled();
    expect(tab.log().ahead).toMatchObject([{ text: 'sớm' }]);
    await tab.open();
    expect(shown(tab)).toHaveLength(50);
    expect(shown(tab).at(-1)).toBe('sớm');
  });

  it('begins an empty conversation at its beginning, also when somebody was quicker', async () => {
    const tab = await openTab();
    await tab.open();
    server.write('binh', 'trước');
    tab.say('sau');
    await settled();
    expect(shown(tab)).toEqual(['trước', 'sau']);
  });
});

describe('what I said while the server was away', () => {
  it.each(['reload', 'closed tab'])('arrives once after a %s, in the order in which I wrote it', async () => {
    const before = await openTab();
    server.state.isAway = true;
    before.say('một');
    before.say('hai');
    await settled();
    expect(waiting(before)).toEqual(['một: waiting', 'hai: sending']);
    const after = await openTab();
    server.state.isAway = false;
    after.resume();
    expect(waiting(after)).toEqual(['một: waiting', 'hai: waiting']);
    await settled();
    expect(server.facts.map((fact) => fact.kind === 'sent' && fact.text)).toEqual(['một', 'hai']);
    expect(kept()).toEqual([]);
  });

  it('is there once although two tabs send it', async () => {
    const first = await openTab();
    server.state.isAway = true;
    first.say('một lần');
    await settled();
    const second = await openTab();
    second.resume();
    await settled();
    server.state.isAway = false;
    await settled(PAUSE_MS);
    expect(server.state.sends).toBe(2);
    expect(server.facts).toHaveLength(1);
    expect([...waiting(first), ...waiting(second), ...kept()]).toEqual([]);
  });

  it('is not written over by another tab', async () => {
    server.state.isAway = true;
    const [first, second] = [await openTab(), await openTab()];
    first.say('ở thẻ này');
    second.say('ở thẻ kia');
    await settled();
    const third = await openTab();
    third.resume();
    expect(waiting(third).sort()).toEqual(['ở thẻ kia: waiting', 'ở thẻ này: waiting']);
  });

  it('is neither shown to nor sent by the next person at this computer, and waits for me', async () => {
    server.state.isAway = true;
    (await openTab()).say('của An');
    await settled();
    Object.assign(server.state, { isAway: false, signedIn: 'binh' });
    const next = await openTab('online', 'binh');
    next.resume();
    await settled(PAUSE_MS);
    expect(waiting(next)).toEqual([]);
    expect(server.facts).toEqual([]);
    server.state.signedIn = 'an';
    (await openTab()).resume();
    await settled();
    expect(server.facts).toMatchObject([{ authorId: 'an', text: 'của An' }]);
  });

  it.each(['at once', 'after waiting'])('is not sent %s in the name of who signed in in another tab', async (when) => {
    const tab = await openTab();
    server.state.isAway = when === 'after waiting';
    server.state.signedIn = 'binh';
    tab.say('của An');
    await settled();
    server.state.isAway = false;
    await settled(PAUSE_MS);
    expect(server.facts).toEqual([]);
    expect(tab.connection.useConnection.getState().sessionEnd).toBe('ended');
    expect(kept()).toHaveLength(1);
  });

  it.each(['NOT_SIGNED_IN', 'TOO_MANY_REQUESTS', 'UNAVAILABLE'])('waits after %s and is sent then', async (refusal) => {
    const tab = await openTab();
    server.state.refusal = refusal;
    tab.say('đợi');
    await settled();
    expect(waiting(tab)).toEqual(['đợi: waiting']);
    server.state.refusal = null;
    await settled(PAUSE_MS);
    expect(server.facts).toHaveLength(1);
  });

  it('is sent over HTTP by a page too old for the line', async () => {
    const tab = await openTab('lost');
    server.state.isAway = true;
    tab.say('trang cũ');
    await settled();
    server.state.isAway = false;
    tab.connection.setLine('outdated');
    await settled(PAUSE_MS);
    expect(server.facts).toHaveLength(1);
  });

  it('stays with its reason when it is refused, also after a reload, and is not sent by itself', async () => {
    const tab = await openTab();
    server.state.refusal = 'NOT_FOUND';
    tab.say('bị từ chối');
    await settled();
    const after = await openTab();
    server.state.refusal = null;
    after.resume();
    await settled(PAUSE_MS);
    expect(after.log().pending).toMatchObject([{ state: 'failed', reason: 'NOT_FOUND' }]);
    expect(server.facts).toEqual([]);
  });

  it('does not stay on the device for ever when it was refused because I am no more in the conversation', async () => {
    const tab = await openTab();
    server.state.isMember = false;
    tab.say('quá muộn');
    await settled();
    expect(waiting(tab)).toEqual(['quá muộn: failed']);
    expect(kept()).toHaveLength(1);
    (await openTab()).resume();
    await settled();
    expect(kept()).toEqual([]);
  });
});
