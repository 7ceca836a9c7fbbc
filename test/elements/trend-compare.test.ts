/** What `compare` says on a trend: the newest period against the one before, or before against after a date. */
import { expect, waitUntil } from '@open-wc/testing';
import { drawn, room, saidBy, settled, tile, type Tile } from './tile';

async function trend(attributes: Record<string, string>, data: unknown): Promise<Tile> {
  const box = room();
  box.style.width = '900px';
  const element = tile('trend-line', {
    attributes: { lang: 'en', 'time-zone': 'UTC', ...attributes },
    properties: { data },
    into: box,
  });
  await drawn(element);
  await waitUntil(() => element.shadowRoot!.querySelector('[part=chart] path'), 'a drawing');
  return element;
}

const textOf = (element: Tile, selector: string): string =>
  (element.shadowRoot!.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const monthName = (period: string): string =>
  new Date(period).toLocaleDateString('en', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const sentenceOf = (element: Tile): string =>
  element.shadowRoot!.querySelector('[role=slider]')!.getAttribute('aria-valuetext')!;

// NPS 25, 45 and 50 of 200 each: the first step is z = 2.55, p = 0.0108; the second z = 0.67, p = 0.50.
const months = [
  { month: '2024-08', promoters: 100, passives: 50, detractors: 50 },
  { month: '2024-09', promoters: 120, passives: 50, detractors: 30 },
  { month: '2024-10', promoters: 130, passives: 40, detractors: 30 },
];

describe('compare="previous" on a trend', () => {
  it('says the change of the newest period, and whether it is more than chance', async () => {
    const element = await trend({ compare: 'previous' }, months);
    const change = 'up 5 points from Sep 2024, within noise';
    expect(textOf(element, '.notes')).to.equal(`Oct 2024: ${change}`);
    expect(sentenceOf(element)).to.include(change);
    element.data = months.slice(0, 2);
    await drawn(element);
    expect(textOf(element, '.notes')).to.equal(
      'Sep 2024: up 20 points from Aug 2024, a real change (p 0.011)',
    );
  });

  it('says it in Indonesian, beside the target', async () => {
    const element = await trend(
      { compare: 'previous', lang: 'id', target: '> 60' },
      months.slice(0, 2),
    );
    const change = 'naik 20 poin dari Agu 2024, perubahan nyata (p 0,011)';
    expect(textOf(element, '.notes')).to.equal(`Sep 2024: ${change}`);
    expect(sentenceOf(element)).to.match(
      /naik 20 poin dari Agu 2024, perubahan nyata \(p 0,011\), di bawah target 60/,
    );
  });

  const now = new Date();
  const at = (back: number): string =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back)).toISOString().slice(0, 7);
  const open = months.map((row, i) => ({ ...row, month: at(2 - i) }));

  it('says that of a period that is not over, and that it is not, as a gauge does', async () => {
    const element = await trend({ compare: 'previous' }, open);
    const [month, change] = textOf(element, '.notes').split(' · ');
    expect(month).to.match(/: incomplete$/);
    expect(change).to.match(/: up 5 points from .*, within noise$/);
    const gauge = tile('nps-gauge', {
      attributes: { lang: 'en', 'time-zone': 'UTC', compare: 'previous' },
      properties: { data: open },
    });
    await settled(gauge, 'ready');
    expect(textOf(gauge, '.delta')).to.match(/^▲ 5 points from .* within noise$/);
    expect(textOf(gauge, 'figcaption .sub')).to.match(/: incomplete$/);
  });

  it('leaves out such a period where part of it has fewer contacts, or has lost fewer customers', async () => {
    const rows = open.map(({ month }, i) => ({
      month,
      count: 100 + i * 20,
      customers_start: 100,
      customers_lost: 5 + i,
    }));
    const volume = await trend({ compare: 'previous', metric: 'volume' }, rows);
    expect(textOf(volume, '.notes')).to.match(/: incomplete · .*: up 20 from /);
    const churn = await trend(
      { compare: 'previous', metric: 'churn' },
      rows.map(({ count: _, ...row }) => row),
    );
    expect(textOf(churn, '.notes')).to.match(/: incomplete · .*: up 1 point from /);
    expect(textOf(churn, '.notes')).to.include(`: up 1 point from ${monthName(at(2))}`);
  });

  it('says nothing after a gap, of one period, and of points without periods', async () => {
    const gap = [months[0], { ...months[2], month: '2024-11' }];
    for (const data of [gap, months.slice(0, 1), { x: [1e12, 2e12], y: [1, 2] }]) {
      const element = await trend({ compare: 'previous' }, data);
      expect(textOf(element, '.notes')).to.equal('');
    }
  });

  it('names up to three lines; of more those that really changed', async () => {
    const lines = (count: number, last = months[1]) =>
      Array.from({ length: count }, (_, i) =>
        [months[0], i ? { ...months[0], month: '2024-09' } : last].map((row) => ({
          ...row,
          team: `t${i}`,
        })),
      ).flat();
    const real = 't0: up 20 points from Aug 2024, a real change (p 0.011)';
    const few = await trend({ compare: 'previous', by: 'team' }, lines(2));
    expect(textOf(few, '.notes')).to.equal(`Sep 2024: ${real}; t1: unchanged from Aug 2024`);
    expect(sentenceOf(few)).to.include(
      'Sep 2024: up 20 points from Aug 2024, a real change (p 0.011); t1 from',
    );
    const many = await trend({ compare: 'previous', by: 'team' }, lines(5));
    expect(textOf(many, '.notes')).to.equal(`Sep 2024: ${real}`);
    expect(sentenceOf(many).match(/from Aug 2024/g)).to.have.length(1);
    const calm = await trend(
      { compare: 'previous', by: 'team' },
      lines(5, { ...months[0]!, month: '2024-09' }),
    );
    expect(textOf(calm, '.notes')).to.equal('Sep 2024: within noise');
  });
});

describe('compare with a date on a trend', () => {
  it('is drawn where it is, with what changed after it', async () => {
    const element = await trend({ compare: '2024-09-01' }, months);
    // 25 of 200 before, 47.5 of 400 after.
    expect(textOf(element, '[part=chart]')).to.match(/Sep 1, 2024 · \+22\.5 points \(p [0.]+\d\)/);
    expect(sentenceOf(element)).to.match(
      /up 22\.5 points from before Sep 1, 2024, a real change \(p [0.]+\d\)/,
    );
  });

  it('compares all before with all after, whatever else happened', async () => {
    const events = JSON.stringify([{ date: '2024-10-01', label: 'New IVR' }]);
    const element = await trend({ compare: '2024-09-01', events }, months);
    expect(textOf(element, '[part=chart]')).to.include('Sep 1, 2024 · +22.5 points');
    // 35 of 400 in the two months before it.
    expect(textOf(element, '[part=chart]')).to.include('New IVR · +15 points');
  });

  it('is refused where it is neither that nor "previous"', async () => {
    const element = tile('trend-line', {
      attributes: { lang: 'en', compare: 'yesterday' },
      properties: { data: months },
    });
    await settled(element, 'error');
    expect(saidBy(element)).to.include('invalid compare: "yesterday"');
  });
});
