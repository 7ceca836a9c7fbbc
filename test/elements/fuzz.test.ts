/** What fast-check makes up, into every element; a failure prints its seed. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { holds } from './holds';
import { tags, tile, unreadable } from './tile';

describe('whatever comes', () => {
  const word = fc.stringMatching(/^[a-z <>"'&;{}%=.-]{0,12}$/);
  const figure = fc.oneof(
    fc.integer({ min: -3, max: 12 }),
    fc.double(),
    fc.constantFrom(0, 1e308, -1e308, 5e-324, '9', '1e3', '', ' ', '85%', '2,5 menit', '> 90%'),
  );
  const time = fc.oneof(
    fc.constantFrom('2026-08', '2026-09-15', '2026-09-15T10:00:00Z', '2026-W31', '', 'soon', 1e12),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  );
  const anything = fc.jsonValue({ maxDepth: 2 }).filter((v) => !words.test(JSON.stringify(v)));
  const words = /NaN|undefined|null|Infinity|object /;
  const fieldNames = [
    'score',
    'count',
    'value',
    'n',
    'promoters',
    'passives',
    'detractors',
    'counts',
    'satisfied',
    'previous',
    'trend',
    'target',
    'tolerance',
  ];
  const row = fc
    .tuple(
      fc.dictionary(fc.constantFrom(...fieldNames), fc.oneof(figure, anything), { maxKeys: 5 }),
      fc.record(
        {
          metric: fc.oneof(fc.constantFrom('nps', 'csat', 'frt', 'Panggilan'), word),
          month: time,
          created_at: time,
          channel: fc.oneof(word, anything),
          analysis: word,
          group: word,
          unit: fc.constantFrom('percent', 'seconds', 'points', 'count', 'currency', 'score'),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([a, b]) => ({ ...a, ...b }));
  const data = fc.oneof({ weight: 5, arbitrary: fc.array(row, { maxLength: 6 }) }, anything);
  const attribute = fc.record(
    {
      target: fc.oneof(fc.constantFrom('> 40', '< 2 menit', '80%..88%', '1.000'), word),
      benchmark: fc.oneof(fc.constantFrom('31', '{"value":31,"name":"x"}'), word),
      interval: fc.constantFrom('month', 'week', 'hour', 'year', 'fortnight'),
      compare: fc.constantFrom('previous', '2026-09-01', 'x'),
      by: fc.constantFrom('channel', 'score', 'x y'),
      fields: fc.constantFrom('score=value', 'created_at=month', '='),
      where: fc.constantFrom('channel=a', 'x'),
      'no-answer': fc.constantFrom('0', '11', '0 6'),
      scale: fc.constantFrom('1-5', '1-7', '1-10', 'good-bad', '1-3'),
      method: fc.constantFrom('mean', 'top-two-box'),
      kpis: fc.constantFrom('csat > 90%; frt < 2 menit', 'nps', 'nps > x'),
      metric: fc.constantFrom('nps', 'csat', 'frt', 'volume', 'clv', 'x'),
      tolerance: fc.constantFrom('2', 'x', '-1'),
      direction: fc.constantFrom('up', 'down', 'none', 'x'),
      heading: word,
      note: word,
      lang: fc.constantFrom('en', 'id', 'ar', 'de', 'x'),
      'time-zone': fc.constantFrom('Asia/Jakarta', 'UTC', 'Nowhere'),
      value: figure.map(String),
      forecast: fc.constantFrom('4', '0', 'x', '1e9'),
    },
    { requiredKeys: [] },
  );

  for (const tag of tags)
    it(`leaves ${tag} in one named state, without an error of ours or anything unreadable`, async function () {
      this.timeout(60_000);
      await fc.assert(
        fc.asyncProperty(attribute, data, data, async (given, first, second) => {
          const element = tile(tag, { attributes: given, properties: { data: first } });
          const errors: unknown[] = [];
          const hear = (event: ErrorEvent) => errors.push(event.error);
          window.addEventListener('error', hear);
          try {
            for (const rows of [first, second]) {
              element.data = rows;
              await holds(element, '');
              const wrong = unreadable(element).filter((text) => !isQuoted(text, given, rows));
              expect(wrong).to.deep.equal([]);
            }
            expect(errors).to.deep.equal([]);
          } finally {
            window.removeEventListener('error', hear);
            element.remove();
          }
        }),
        { numRuns: 250 },
      );
    });

  /** A message may quote what somebody wrote. */
  function isQuoted(text: string, ...given: unknown[]): boolean {
    return given.some((value) => words.test(JSON.stringify(value))) && text.includes('"');
  }
});
