// Runs a program of the project, shows what it prints, and hands back how it went.
import { spawn } from 'node:child_process';
import { root } from './entries.mjs';

/** Resolves to `{ status, output }`; `args[0]` is a file for Node. */
export function runNode(args, env = {}) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      process.stdout.write(text);
    });
    child.on('error', fail);
    child.on('close', (code) => done({ status: code ?? 1, output }));
  });
}

// Terminals are told to move and colour by sequences that a line of text does not need.
const CONTROL = /\u001b\[[0-9;]*[A-Za-z]/g;
const COUNT = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm;

/** The last `N passed, N failed` line of an output, or undefined. */
export function countOf(output) {
  const line = [...output.replace(CONTROL, '').matchAll(COUNT)].at(-1);
  return line && { passed: +line[1], failed: +line[2], skipped: +(line[3] ?? 0) };
}

/** `N passed, N failed`, with what was skipped where anything was. */
export function countLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
