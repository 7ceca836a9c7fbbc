// The tests in Chromium (or Chrome, or Edge), by puppeteer.
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserFlags, ensureBrowser } from '../browser.mjs';

export async function chromium() {
  return chromeLauncher({
    launchOptions: {
      executablePath: await ensureBrowser(),
      args: browserFlags,
      env: { ...process.env, TZ: 'Asia/Jakarta', LANGUAGE: 'en' },
    },
    // A window for each page: in one window all but one are hidden, and draw no frames.
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
  });
}
