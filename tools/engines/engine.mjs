// Which engine the tests run in: METRIK_BROWSER, chromium where it is not set.
import { chromium } from './chromium.mjs';
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

const engines = { chromium, firefox, webkit };

/** The engine's name; throws where METRIK_BROWSER names none. */
export const engineName = process.env.METRIK_BROWSER || 'chromium';
if (!Object.hasOwn(engines, engineName))
  throw new Error(
    `unknown METRIK_BROWSER: "${engineName}"; one of ${Object.keys(engines).join(', ')}`,
  );

/** Its launcher for the test runner. */
export const launcher = () => engines[engineName]();

/** Commands of tests that the runner does not have, by `executeServerCommand(name, payload)`. */
const commands = {
  'forced-colors': async (page, state) => {
    if (engineName !== 'chromium') return page.emulateMedia({ forcedColors: state });
    const cdp = await page.createCDPSession();
    const features = [{ name: 'forced-colors', value: state }];
    return cdp.send('Emulation.setEmulatedMedia', { features });
  },
  /** For tests whose last Tab left the page. */
  'focus-page': (page) => page.focus(),
};

export const ownCommands = {
  name: 'own-commands',
  async executeCommand({ command, payload, session }) {
    if (!Object.hasOwn(commands, command)) return undefined;
    await commands[command](session.browser.getPage(session.id), payload);
    return true;
  },
};
