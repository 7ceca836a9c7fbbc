// The tests in Firefox, by puppeteer and WebDriver BiDi.
import { delimiter, join } from 'node:path';
import { chromeLauncher } from '@web/test-runner-chrome';
import { isExecutable } from '../browser.mjs';
import { Pool } from './pool.mjs';

const { platform, env } = process;

function candidates() {
  if (platform === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
  if (platform === 'win32')
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)']]
      .filter(Boolean)
      .map((folder) => join(folder, 'Mozilla Firefox\\firefox.exe'));
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return ['firefox', 'firefox-esr'].flatMap((name) =>
    folders.filter(Boolean).map((folder) => join(folder, name)),
  );
}

/** The path of an installed Firefox, or undefined. `FIREFOX_PATH` wins, and must then be right. */
export function findFirefox() {
  const given = env.FIREFOX_PATH;
  if (given && !isExecutable(given))
    throw new Error(`FIREFOX_PATH is not an executable file: ${given}`);
  return given ?? candidates().find(isExecutable);
}

/** Over WebDriver, puppeteer does not know every name that it knows over Chromium's protocol. */
const keyOf = (name) => (name === 'Space' ? ' ' : name);

/** A page by the methods that the runner's commands know, those of Playwright. */
class FirefoxPage {
  #page;

  constructor(page) {
    this.#page = page;
    this.mouse = page.mouse;
  }

  keyboard = {
    down: (name) => this.#page.keyboard.down(keyOf(name)),
    up: (name) => this.#page.keyboard.up(keyOf(name)),
    press: (name) => this.#page.keyboard.press(keyOf(name)),
    type: (text) => this.#page.keyboard.type(text),
  };

  setViewportSize(size) {
    return this.#page.setViewport(size);
  }

  /** WebDriver has no command for these yet, but the developer tools' own switches can be set. */
  emulateMedia({ colorScheme, reducedMotion, media, forcedColors }) {
    const switches = {
      prefersColorSchemeOverride: colorScheme,
      prefersReducedMotionOverride: reducedMotion,
      mediumOverride: media,
      forcedColorsOverride: forcedColors,
    };
    return this.#inBrowser(`Object.assign(page, ${JSON.stringify(switches)})`);
  }

  /** Takes the focus back from the browser's own bars. */
  focus() {
    return this.#inBrowser('page.top.embedderElement.focus()');
  }

  /** Runs code of the browser's own, in which `page` is its context of the page. */
  async #inBrowser(code) {
    const { connection } = this.#page.browser();
    const { result: tree } = await connection.send('browsingContext.getTree', {
      'moz:scope': 'chrome',
      maxDepth: 0,
    });
    const { result } = await connection.send('script.evaluate', {
      target: { context: tree.contexts[0].context },
      awaitPromise: false,
      expression: `{
        const { NavigableManager } = ChromeUtils.importESModule(
          'chrome://remote/content/shared/NavigableManager.sys.mjs');
        const page = NavigableManager.getBrowsingContextById(
          ${JSON.stringify(this.#page.mainFrame()._id)});
        ${code};
      }`,
    });
    if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
  }
}

export function firefox() {
  const executablePath = findFirefox();
  if (!executablePath)
    throw new Error('no Firefox: install it, or set FIREFOX_PATH to its executable');
  const launch = () =>
    chromeLauncher({
      launchOptions: {
        browser: 'firefox',
        executablePath,
        // What the system wants of media can be set only by code of the browser's own.
        args: ['--remote-allow-system-access'],
        extraPrefsFirefox: { 'intl.accept_languages': 'en-US' },
        env: { ...env, TZ: 'Asia/Jakarta', LANGUAGE: 'en' },
      },
    });
  const pageOf = (browser, id) => new FirefoxPage(browser.getPage(id));
  return new Pool('Firefox', launch, pageOf);
}
