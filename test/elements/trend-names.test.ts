/** What is written on a trend's chart: no text on another, and every name to be had whole. */
import { expect } from '@open-wc/testing';
import type { TrendLine } from '../../src';
import { clipped, overlapping } from './room-for-text';
import { drawn, room, tile } from './tile';

type Trend = TrendLine & HTMLElement;

const monthOf = (i: number): string => new Date(Date.UTC(2024, i)).toISOString().slice(0, 7);

async function trend(attributes: Record<string, string>, data: unknown, width: number) {
  const box = room();
  box.style.width = `${width}px`;
  const given = { lang: 'en', metric: 'csat', 'time-zone': 'UTC', ...attributes };
  const element = tile('trend-line', { attributes: given, properties: { data }, into: box });
  await drawn(element);
  return element as unknown as Trend;
}

const textsOf = (element: Trend, selector: string): string[] =>
  [...element.shadowRoot!.querySelectorAll(selector)].map((node) => node.textContent.trim());

describe('the name of what is unusual', () => {
  /** Flat months, but for some; the values are wide, so that little room is left. */
  const flat = (odd: Record<number, number>) =>
    Array.from({ length: 24 }, (_, i) => ({ month: monthOf(i), value: odd[i] ?? 50 + (i % 3) }));

  for (const lang of ['en', 'id'])
    for (const width of [160, 240, 480])
      for (const [name, odd] of [
        ['at the beginning', { 0: 95 }],
        ['at the end', { 23: 5 }],
        ['on top, under an event', { 11: 99, 12: 98 }],
        ['side by side', { 4: 8, 6: 9, 8: 94 }],
      ] as const)
        it(`lies on no other text: ${name}, ${width} px, in ${lang}`, async () => {
          const events = '[{"date":"2024-12-03","label":"New IVR"}]';
          const element = await trend({ unusual: '', events, lang }, flat(odd), width);
          expect(element.shadowRoot!.querySelectorAll('.odd').length).to.equal(1);
          expect(overlapping(element)).to.deep.equal([]);
          expect(clipped(element)).to.deep.equal([]);
        });

  it('stands beside a ring where there is room', async () => {
    const element = await trend({ unusual: '' }, flat({ 4: 8, 20: 94 }), 480);
    expect(textsOf(element, 'text.halo')).to.deep.equal(['Unusual', 'Unusual']);
  });
});

describe('the names of lines', () => {
  const names = [
    'Customers of the northern region, by telephone',
    'Customers of the southern region, by telephone',
  ];
  const data = names.flatMap((team, line) =>
    [0, 1, 2].map((i) => ({ month: monthOf(i), value: 40 + 10 * line + i, team })),
  );
  const texts = names.map((name, line) => `${name} ${42 + 10 * line}%`);

  for (const [width, place] of [
    [240, '.legend span'],
    [480, '.legend span'],
    [768, '.legend span'],
    [1200, 'text.name'],
  ] as const)
    it(`are whole where there is room, ${width} px wide`, async () => {
      const element = await trend({ by: 'team' }, data, width);
      expect(textsOf(element, place)).to.deep.equal(texts);
      expect(overlapping(element)).to.deep.equal([]);
      expect(clipped(element)).to.deep.equal([]);
    });

  it('that are cut are whole as their titles, in the table and in the sentence', async () => {
    const long = data.map((row) => ({ ...row, team: row.team.repeat(3) }));
    const element = await trend({ by: 'team' }, long, 160);
    const spans = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.legend span')];
    for (const [line, span] of spans.entries()) {
      expect(span.textContent.trim()).to.match(
        new RegExp(`^Customers of the.*… ${42 + 10 * line}%$`),
      );
      expect(span.title).to.equal(names[line]!.repeat(3));
      expect(element.shadowRoot!.querySelector('[role=slider]')!.ariaValueText).to.include(
        span.title,
      );
      expect(element.toCSV()).to.include(span.title);
    }
    expect(spans.length).to.equal(2);
  });

  it('and of a benchmark are whole', async () => {
    const name = 'All contact centres of the country in 2025';
    const benchmark = JSON.stringify({ value: 31, name });
    const element = await trend({ benchmark }, data.slice(0, 3), 320);
    expect(textsOf(element, '.legend span')).to.include(`${name} 31%`);
    expect(clipped(element)).to.deep.equal([]);
  });
});
