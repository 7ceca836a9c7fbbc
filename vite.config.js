import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The dev server of the demo; the package itself is built by tools/build.mjs. */
export default defineConfig(async ({ command }) => ({
  root: fileURLToPath(new URL('./demo', import.meta.url)),
  plugins: command === 'serve' ? [(await import('./demo/api.ts')).demoApi()] : [],
  // The production build of Lit: its development build prints a warning on every page.
  resolve: { conditions: ['module', 'browser', 'production'] },
  server: { port: 5173, fs: { allow: ['..'] } },
  build: {
    outDir: fileURLToPath(new URL('./demo/dist', import.meta.url)),
    emptyOutDir: true,
  },
}));
