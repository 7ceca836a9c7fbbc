/** Endpoints that stories pretend to have: each takes the place of `fetch`. */

export type Endpoint = 'never answers' | 'refuses' | 'answers once, then refuses';

const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json' },
  });

/** A fetch that behaves as told. Not found is not tried again, so a story stands still. */
export function fetcherOf(endpoint: Endpoint | undefined, rows: unknown): typeof fetch | undefined {
  if (!endpoint) return undefined;
  let asked = 0;
  return (_, init) => {
    if (endpoint === 'never answers') {
      return new Promise((_resolve, reject) => {
        const { signal } = init ?? {};
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    }
    const answers = endpoint === 'answers once, then refuses' && asked++ === 0;
    return Promise.resolve(answers ? json(rows) : json({ error: 'no such report' }, 404));
  };
}

/** A fetch that answers with a file of that text. */
export const textOf =
  (text: string, type = 'text/csv'): typeof fetch =>
  () =>
    Promise.resolve(new Response(text, { headers: { 'content-type': type } }));

/** For `@load`: asks again as soon as the first answer is drawn, so that data turns stale. */
export function askAgain(event: Event) {
  const tile = event.currentTarget as HTMLElement & { refresh(): Promise<void> };
  void tile.refresh();
}
