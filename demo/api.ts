import type { Plugin } from 'vite';
import { createApi } from './server.mjs';

/** Serves the demo's data under /api, in `vite` and in `vite preview`. */
export function demoApi(): Plugin {
  const api = createApi();
  return {
    name: 'metrik-demo-api',
    configureServer(server) {
      server.middlewares.use(api);
    },
    configurePreviewServer(server) {
      server.middlewares.use(api);
    },
  };
}

export default demoApi;
