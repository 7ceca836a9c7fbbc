/** The tones of CSAT steps: satisfied, below the middle of the scale, and between. */
import { expect } from '@open-wc/testing';
import { settled, tile } from './tile';

const cases: [name: string, attributes: Record<string, string>, counts: unknown, tones: string][] =
  [
    ['five steps', {}, [1, 1, 1, 1, 1], '5 good, 4 good, 3 none, 2 bad, 1 bad'],
    [
      'seven steps',
      { scale: '1-7' },
      [1, 1, 1, 1, 1, 1, 1],
      '7 good, 6 good, 5 none, 4 none, 3 bad, 2 bad, 1 bad',
    ],
    [
      'ten steps, whose middle is between two',
      { scale: '1-10' },
      [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      '10 good, 9 good, 8 none, 7 none, 6 none, 5 bad, 4 bad, 3 bad, 2 bad, 1 bad',
    ],
    [
      'another lowest step that satisfies',
      { 'satisfied-from': '5' },
      [1, 1, 1, 1, 1],
      '5 good, 4 none, 3 none, 2 bad, 1 bad',
    ],
    ['two words', { scale: 'good-bad' }, { good: 3, bad: 1 }, 'Good good, Bad bad'],
  ];

describe('csat-card', () => {
  for (const [name, attributes, counts, tones] of cases)
    it(`tells good from bad among ${name}`, async () => {
      const element = tile('csat-card', { attributes, properties: { data: [{ counts }] } });
      await settled(element, 'ready');
      const rows = [...element.shadowRoot!.querySelectorAll('.steps > div')];
      expect(
        rows
          .map((row) => `${/\w+/.exec(row.querySelector('dt')!.textContent)![0]} ${row.className}`)
          .join(', '),
      ).to.equal(tones);
    });
});
