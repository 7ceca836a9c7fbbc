/** "Try it": one address for two tiles, and what they do when a server streams, is slow or fails. */
import type { MetricElement } from '../src';

const good = '/api/nps?by=month';

/** What each choice asks. */
const addresses: Readonly<Record<string, { src: string; live?: boolean }>> = {
  good: { src: good },
  stream: { src: '/api/stream.ndjson?rows=400000&pause=10&fields=created_at,score' },
  live: { src: '/api/live?every=300', live: true },
  slow: { src: '/api/slow?ms=4000&by=month' },
  fail: { src: '/api/fail?status=503&retry-after=3' },
  login: { src: '/api/login' },
};

/** Keeps what the tiles show: the numbers of before, marked as old. */
const failing = ['fail', 'login'];

/** Lets a person choose what the server does; nothing is asked before. */
export function offerTrial(): void {
  const said = document.querySelector('#trial-said');
  if (!said) return;
  const ask = (name: string): void => {
    const { src, live = false } = addresses[name]!;
    said.textContent = `GET ${src}`;
    for (const old of document.querySelectorAll<MetricElement>('[data-trial]')) {
      // A new tile has nothing to keep, so that it shows how far the answer has come.
      const tile = failing.includes(name) ? old : (old.cloneNode() as MetricElement);
      Object.assign(tile, { src, live });
      if (tile === old) continue;
      if (tile.localName === 'nps-gauge') listen(tile, said);
      old.replaceWith(tile);
    }
  };
  const gauge = document.querySelector<MetricElement>('nps-gauge[data-trial]');
  if (gauge) listen(gauge, said);
  for (const choice of document.querySelectorAll<HTMLInputElement>('input[name="trial"]')) {
    choice.checked = false;
    choice.addEventListener('change', () => ask(choice.value));
  }
}

/** Writes down what a tile tells. */
function listen(tile: MetricElement, said: Element): void {
  tile.addEventListener('load', () => {
    said.textContent = `GET ${tile.src ?? ''} → load`;
  });
  tile.addEventListener('error', (event) => {
    const { code, message } = (event as Event as CustomEvent<{ code: string; message: string }>)
      .detail;
    said.textContent = `GET ${tile.src ?? ''} → ${code}: ${message}`;
  });
}
