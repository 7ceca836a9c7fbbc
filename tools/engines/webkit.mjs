// The tests in WebKit: WebKitGTK's browser by its WebDriver, on a screen that nobody sees.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { isExecutable } from '../browser.mjs';
import { Pool } from './pool.mjs';

const { env } = process;

function program(name) {
  const path = [...(env.PATH ?? '').split(delimiter), '/usr/bin']
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isExecutable);
  if (path) return path;
  throw new Error(
    `no ${name}: WebKit's tests run on Linux with WebKitWebDriver and Xvfb ` +
      '(Debian: apt-get install webkit2gtk-driver xvfb)',
  );
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * A display without a screen: `{ name, server }`. One for each browser: where there are no window
 * managers the window under the pointer has the focus, and the pointer stands in the middle.
 */
async function startDisplay() {
  const server = spawn(
    program('Xvfb'),
    ['-displayfd', '3', '-screen', '0', '800x640x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  process.on('exit', () => server.kill());
  const [number] = await once(server.stdio[3], 'data');
  return { name: `:${String(number).trim()}`, server };
}

/** Keys by their names in the page's events, as https://www.w3.org/TR/webdriver2/#keyboard-actions. */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};
const BUTTONS = { left: 0, middle: 1, right: 2 };
const VIEWPORT = { width: 800, height: 600 };

function keyOf(name) {
  const key = KEYS[name] ?? name;
  if ([...key].length !== 1) throw new Error(`unknown key: "${name}"`);
  return key;
}

/** One browser with one page, by the methods that the runner's commands know, those of Playwright. */
class WebKitPage {
  #display;
  #driver;
  #address;
  #session;
  /** Of the browser's own bar over the page, pixels. */
  #barHeight;
  #active = false;

  keyboard = {
    down: (name) => this.#keys([{ type: 'keyDown', value: keyOf(name) }]),
    up: (name) => this.#keys([{ type: 'keyUp', value: keyOf(name) }]),
    press: (name) => this.keyboard.type([name]),
    type: (names) =>
      this.#keys(
        [...names].map(keyOf).flatMap((value) => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      ),
  };

  mouse = {
    move: (x, y) => this.#pointer([{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }]),
    down: ({ button = 'left' } = {}) =>
      this.#pointer([{ type: 'pointerDown', button: BUTTONS[button] }]),
    up: ({ button = 'left' } = {}) =>
      this.#pointer([{ type: 'pointerUp', button: BUTTONS[button] }]),
    click: async (x, y, options) => {
      await this.mouse.move(x, y);
      await this.mouse.down(options);
      await this.mouse.up(options);
    },
  };

  async startSession(_id, url) {
    if (!this.#session) await this.#open();
    this.#active = true;
    await this.setViewportSize(VIEWPORT);
    await this.#do('POST', '/url', { url });
  }

  async stopSession() {
    this.#active = false;
    await this.#do('POST', '/url', { url: 'about:blank' });
    return {};
  }

  isActive() {
    return this.#active;
  }

  getBrowserUrl() {
    return this.#do('GET', '/url');
  }

  async setViewportSize({ width, height }) {
    await this.#do('POST', '/window/rect', { width, height: height + this.#barHeight });
  }

  /** Takes the focus back from the browser's own bar. */
  async focus() {
    await this.#do('POST', '/window', { handle: await this.#do('GET', '/window') });
  }

  emulateMedia() {
    throw new Error("WebKit's driver cannot emulate media");
  }

  async stop() {
    if (this.#session) await this.#do('DELETE', '').catch(() => undefined);
    this.#driver?.kill();
    this.#display?.server.kill();
  }

  async #open() {
    const port = await freePort();
    this.#display = await startDisplay();
    this.#driver = spawn(program('WebKitWebDriver'), [`--port=${port}`], {
      env: {
        ...env,
        DISPLAY: this.#display.name,
        TZ: 'Asia/Jakarta',
        LANG: 'en_US.UTF-8',
        LANGUAGE: 'en_US',
      },
      stdio: 'ignore',
    });
    process.on('exit', () => this.#driver.kill());
    this.#address = `http://127.0.0.1:${port}`;
    await this.#listening();
    const { sessionId } = await this.#ask('POST', '/session', {
      // The runner knows by itself when the tests in a page begin.
      capabilities: { alwaysMatch: { pageLoadStrategy: 'none' } },
    });
    this.#session = sessionId;
    const script = 'return outerHeight - innerHeight';
    this.#barHeight = await this.#do('POST', '/execute/sync', { script, args: [] });
  }

  async #listening() {
    const until = Date.now() + 20_000;
    for (;;) {
      try {
        return await fetch(`${this.#address}/status`);
      } catch (error) {
        if (Date.now() > until) throw error;
        await new Promise((done) => setTimeout(done, 100));
      }
    }
  }

  #keys(actions) {
    return this.#act({ type: 'key', id: 'keyboard', actions });
  }

  #pointer(actions) {
    return this.#act({ type: 'pointer', id: 'mouse', actions });
  }

  #act(source) {
    return this.#do('POST', '/actions', { actions: [source] });
  }

  #do(method, path, body) {
    return this.#ask(method, `/session/${this.#session}${path}`, body);
  }

  async #ask(method, path, body) {
    const response = await fetch(this.#address + path, { method, body: JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }
}

export function webkit() {
  return new Pool('WebKit', () => new WebKitPage());
}
