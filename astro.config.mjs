import node from '@astrojs/node';
import { defineConfig, passthroughImageService } from 'astro/config';
import { checkRoutes } from './src/server/check-routes.ts';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware' }),
  integrations: [checkRoutes()],
  session: false,
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  // The front door (src/server) checks hosts, origins and body sizes before Astro sees a request.
  security: { checkOrigin: false, allowedDomains: [{}] },
  // The policy allows no inline style or script, so none is ever inlined.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
});
