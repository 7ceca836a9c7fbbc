/**
 * Several browsers as one launcher of the test runner: each test file has a browser of its own while
 * it runs. Two windows of one browser share its focus, and tests of focus then fail in turn.
 */
export class Pool {
  /** The runner then gives its commands to Playwright's methods of a page. */
  type = 'playwright';
  #make;
  #pageOf;
  #all = [];
  #idle = [];
  #busy = new Map();

  /** `make` gives a launcher for one page at a time; `pageOf` what the runner's commands talk to. */
  constructor(name, make, pageOf = (browser) => browser) {
    this.name = name;
    this.#make = make;
    this.#pageOf = pageOf;
  }

  initialize(config, testFiles) {
    this.start = () => {
      const browser = this.#make();
      browser.initialize?.(config, testFiles);
      this.#all.push(browser);
      return browser;
    };
  }

  async startSession(id, url) {
    const browser = this.#idle.pop() ?? this.start();
    this.#busy.set(id, browser);
    await browser.startSession(id, url);
  }

  async stopSession(id) {
    const browser = this.#busy.get(id);
    this.#busy.delete(id);
    const result = await browser.stopSession(id);
    this.#idle.push(browser);
    return result;
  }

  async startDebugSession() {
    throw new Error(`debugging is for Chromium only, not ${this.name}`);
  }

  isActive(id) {
    return this.#busy.get(id)?.isActive(id) ?? false;
  }

  getBrowserUrl(id) {
    return this.#busy.get(id)?.getBrowserUrl(id);
  }

  getPage(id) {
    return this.#pageOf(this.#busy.get(id), id);
  }

  async stop() {
    await Promise.all(this.#all.map((browser) => browser.stop()));
  }
}
