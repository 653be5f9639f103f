import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import serveCompressed from 'express-static-gzip';

/**
 * The pages, from the folder they were built into: as Brotli or gzip where the browser takes it, which was made beside
 * each file when it was built. Every address that is no file is the page itself, which knows its own addresses.
 */
export function pagesRouter(folder: string): Router {
  const router = Router();
  // Built files carry their hash in their name; the page itself must always be fresh.
  const assets = serve(join(folder, 'assets'), { immutable: true, maxAge: '1y' });
  const pages = serve(folder, {
    cacheControl: false,
    setHeaders: (response) => response.setHeader('cache-control', 'no-cache'),
  });
  router.use('/assets', assets);
  router.use(pages);
  router.use((request, response, next) => {
    const isPage = ['GET', 'HEAD'].includes(request.method) && request.accepts('html');
    // A script that is gone is no page: it is missing, and whoever needs it asks for a newer page.
    if (!isPage || request.path.startsWith('/assets/')) return next();
    request.url = '/index.html';
    pages(request, response, next);
  });
  return router;
}

type Options = NonNullable<NonNullable<Parameters<typeof serveCompressed>[1]>['serveStatic']>;

function serve(folder: string, options: Options): RequestHandler {
  return serveCompressed(folder, {
    enableBrotli: true,
    // Whatever else a browser would rather have: Brotli is the smallest.
    orderPreference: ['br', 'gzip'],
    index: false,
    serveStatic: { index: false, ...options },
  });
}
