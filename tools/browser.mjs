// Finds the Chromium that tests, stories and benches run in, or installs one and says so.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { platform, env } = process;

const MAC = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
const LINUX = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

function candidates() {
  if (platform === 'darwin') {
    return ['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
      MAC.map((app) => join(folder, app)),
    );
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => WINDOWS.map((app) => join(folder, app)));
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return LINUX.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)));
}

/** Whether there is a program at `path`. */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of an installed browser, or undefined. `CHROME_PATH` wins, and must then be right. */
export function findBrowser() {
  if (env.CHROME_PATH) {
    if (isExecutable(env.CHROME_PATH)) return env.CHROME_PATH;
    throw new Error(`CHROME_PATH is not an executable file: ${env.CHROME_PATH}`);
  }
  return candidates().find(isExecutable);
}

/** Playwright keeps its own browsers in a folder of the user's; undefined where it has none. */
async function findPlaywrightBrowser() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return path && isExecutable(path) ? path : undefined;
}

function run(command, args) {
  return spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status;
}

/** The path of a browser; installs one where none is found. */
export async function ensureBrowser() {
  const found = findBrowser() ?? (await findPlaywrightBrowser());
  if (found) return found;

  console.log('No Chrome, Chromium or Edge found; installing one (set CHROME_PATH to use yours).');
  if (platform === 'linux' && process.getuid() === 0 && isExecutable('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
    // Ubuntu's package of that name is only a pointer to a snap, so ask the program itself.
    const path = findBrowser();
    if (path && answers(path)) return path;
  }
  run(process.execPath, [
    fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url)),
    'install',
    'chromium',
  ]);
  const path = await findPlaywrightBrowser();
  if (path) return path;
  throw new Error(
    'no browser: install Chrome, Chromium or Edge, or set CHROME_PATH to its executable',
  );
}

function answers(path) {
  try {
    return /\d+\./.test(execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 }));
  } catch {
    return false;
  }
}

/** Flags that keep a test browser quiet, alike on every machine, and able to run as root. */
export const browserFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
  '--lang=en-US',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
