/**
 * Fails the test during which the page printed anything, broke its security policy or left a
 * promise rejected. Imported ahead of every test file by web-test-runner.config.mjs.
 */
import { executeServerCommand } from '@web/test-runner-commands';
import { engine } from './engine';

const messages: string[] = [];

function text(value: unknown): string {
  if (value instanceof Error) return (value.stack ?? value.message).split('\n', 4).join('\n');
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

for (const level of ['log', 'info', 'debug', 'warn', 'error', 'trace'] as const) {
  const print = console[level];
  console[level] = (...args: unknown[]) => {
    // The runner prints rejections too; they are told once, below.
    if (!String(args[0]).startsWith('An error was thrown in a Promise outside')) {
      messages.push(`console.${level}: ${args.map(text).join(' ')}`);
    }
    print.apply(console, args);
  };
}
window.addEventListener('unhandledrejection', (event) => {
  messages.push(`unhandled rejection: ${text(event.reason)}`);
});
window.addEventListener('securitypolicyviolation', (event) => {
  messages.push(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
});

// A task later, by a channel and not a timer: tests may have replaced the timers, and timers clamp.
const channel = new MessageChannel();
function nextTask(): Promise<void> {
  return new Promise((done) => {
    channel.port1.onmessage = () => done();
    channel.port2.postMessage(null);
  });
}

// A Tab past the last stop leaves the page for the browser's own bars, but not in Chromium.
beforeEach(async () => {
  if (engine !== 'chromium' && !document.hasFocus()) await executeServerCommand('focus-page');
});

afterEach(async function () {
  await nextTask();
  await nextTask(); // a rejection is reported one task late
  const test = this.currentTest;
  if (!messages.length || !test) return;
  const error = new Error(messages.splice(0).join('\n'));
  // Throwing from a hook would end the whole suite; this fails the one test.
  if (test.state !== 'failed') {
    test.state = 'failed';
    (test as { err?: Error }).err = error;
  }
});

after(async () => {
  await nextTask();
  if (messages.length) throw new Error(messages.splice(0).join('\n'));
});
