import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type PluginOption } from 'vite';

const api = new URL('./demo/api.ts', import.meta.url);

/** The dev server of the demo; the package itself is built by tools/build.mjs. */
export default defineConfig(async ({ command }) => {
  const plugins: PluginOption[] = [];
  if (command === 'serve' && !process.env.STORYBOOK && existsSync(api)) {
    const { demoApi } = await import('./demo/api');
    plugins.push(demoApi());
  }
  return {
    root: fileURLToPath(new URL('./demo', import.meta.url)),
    plugins,
    server: { port: 5173, fs: { allow: ['..'] } },
    build: { outDir: fileURLToPath(new URL('./dist-demo', import.meta.url)), emptyOutDir: true },
  };
});
