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

/** Lets a person choose what the server does; nothing is asked before. */
export function offerTrial(): void {
  const tiles = [...document.querySelectorAll<MetricElement>('[data-trial]')];
  const said = document.querySelector('#trial-said');
  const [first] = tiles;
  if (!first || !said) return;
  const ask = (name: string): void => {
    const { src, live = false } = addresses[name]!;
    said.textContent = `GET ${src}`;
    for (const tile of tiles) Object.assign(tile, { src, live });
  };
  first.addEventListener('load', () => {
    said.textContent = `GET ${first.src ?? ''} → load`;
  });
  first.addEventListener('error', (event) => {
    const { code, message } = (event as Event as CustomEvent<{ code: string; message: string }>)
      .detail;
    said.textContent = `GET ${first.src ?? ''} → ${code}: ${message}`;
  });
  for (const choice of document.querySelectorAll<HTMLInputElement>('input[name="trial"]')) {
    choice.checked = false;
    choice.addEventListener('change', () => ask(choice.value));
  }
}
