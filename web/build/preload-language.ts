import type { Plugin } from 'vite';

/** The words of most offices, without which nothing can be shown; the page asks for them only once it runs. */
const WORDS = /[\\/]packages[\\/]language[\\/]src[\\/]catalog[\\/]vi\.ts$/;

/** Has index.html ask for the Vietnamese words together with the scripts: one trip less on a slow line. */
export const preloadLanguage: Plugin = {
  name: 'preload-language',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) => {
      if (!bundle) return [];
      const words = Object.values(bundle).find((one) => one.type === 'chunk' && WORDS.test(one.facadeModuleId ?? ''));
      if (!words) throw new Error('the Vietnamese words are not in a chunk of their own');
      const attrs = { rel: 'modulepreload', crossorigin: true, href: `/${words.fileName}` };
      return [{ tag: 'link', attrs, injectTo: 'head' }];
    },
  },
};
