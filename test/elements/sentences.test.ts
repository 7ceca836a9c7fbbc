/** What a line and a table say where they are not seen, in both languages: value, target, old data. */
import { expect } from '@open-wc/testing';
import { address, drawn, fetcherOf, part, partText, rowsFor, saidBy, settled, tile } from './tile';
import type { Tag, Tile } from './tile';

/** A tile of three months, or of two KPIs; `isOld` where its second answer failed three minutes on. */
async function shown(tag: Tag, attributes: Record<string, string>, isOld = false): Promise<Tile> {
  const { now } = Date;
  const element = tile(tag, {
    attributes: { 'time-zone': 'Asia/Jakarta', 'no-draft': '', src: address(), ...attributes },
    properties: { fetcher: fetcherOf({ body: rowsFor[tag] }, { status: 404 }) },
  });
  await drawn(element);
  if (!isOld) return element;
  try {
    Date.now = () => now() + 180_000;
    await element.refresh();
    await settled(element, 'stale');
  } finally {
    Date.now = now;
  }
  return element;
}

const lines = {
  en: {
    value:
      'NPS, 3 periods: from +25 (Aug 2026) to +50 (Oct 2026), lowest +25 (Aug 2026), highest +50 (Oct 2026)',
    target: {
      '> 60': /^NPS, 3 periods: .*, below target 60$/,
      '> 51': /^NPS, 3 periods: .*, below target 51, not proven$/,
      '> 45': /^NPS, 3 periods: .*, on target 45, not proven$/,
      '< -20': /^NPS, 3 periods: .*, above target −20$/,
      '> 50': /^NPS, 3 periods: .*, close to the limit 50, not proven$/,
    },
    old: /, data from 3 minutes ago$/,
  },
  id: {
    value:
      'NPS, 3 periode: dari +25 (Agu 2026) ke +50 (Okt 2026), terendah +25 (Agu 2026), tertinggi +50 (Okt 2026)',
    target: {
      '> 60': /^NPS, 3 periode: .*, di bawah target 60$/,
      '> 51': /^NPS, 3 periode: .*, di bawah target 51, belum terbukti$/,
      '> 45': /^NPS, 3 periode: .*, target 45 tercapai, belum terbukti$/,
      '< -20': /^NPS, 3 periode: .*, melebihi target −20$/,
      '> 50': /^NPS, 3 periode: .*, dekat batas 50, belum terbukti$/,
    },
    old: /, data 3 menit lalu$/,
  },
};

describe('a line that is not seen', () => {
  const sentence = (element: Tile): string =>
    element.shadowRoot!.querySelector('[role=slider]')?.getAttribute('aria-valuetext') ??
    element.shadowRoot!.querySelector('.dial')!.getAttribute('aria-label')!;
  for (const [lang, said] of Object.entries(lines)) {
    const month = { lang, interval: 'month' };
    it(`tells its course, in ${lang}`, async () => {
      expect(sentence(await shown('trend-line', month))).to.equal(said.value);
    });
    for (const [target, words] of Object.entries(said.target))
      it(`tells where its newest value stands against ${target}, in ${lang}`, async () => {
        const element = await shown('trend-line', { ...month, target });
        expect(sentence(element)).to.match(words);
      });
    it(`tells that its data is old, in ${lang}`, async () => {
      const element = await shown('trend-line', month, true);
      expect(sentence(element)).to.match(said.old);
      expect(sentence(element)).to.include(said.value);
    });
  }
});

const tables = {
  en: {
    head: 'Target Result Gap Status',
    row: '> 90% 85% −5 points Below target',
    old: 'Data from 3 minutes ago',
  },
  id: {
    head: 'Target Hasil Selisih Status',
    row: '> 90% 85% −5 poin Di bawah target',
    old: 'Data 3 menit lalu',
  },
};

describe('a table that is not seen', () => {
  for (const [lang, said] of Object.entries(tables)) {
    it(`reads row by row what is wanted, what came and how far off, in ${lang}`, async () => {
      const element = await shown('kpi-target-table', { lang });
      const text = saidBy(element).replaceAll('\u00a0', ' ');
      expect(text).to.include(said.head);
      expect(text).to.include(said.row);
      expect(part(element, 'table')!.getAttribute('aria-label')).to.match(/KPI/);
      for (const head of element.shadowRoot!.querySelectorAll('th'))
        expect(head.getAttribute('scope'), head.outerHTML.slice(0, 80)).to.match(/^(col|row)/);
    });
    it(`keeps its rows and says that they are old, in ${lang}`, async () => {
      const element = await shown('kpi-target-table', { lang }, true);
      expect(saidBy(element).replaceAll('\u00a0', ' ')).to.include(said.row);
      expect(partText(element, 'footer')).to.include(said.old);
    });
  }
});

const heads: Record<string, Record<Tag, string>> = {
  en: {
    'nps-gauge': 'Segment,Period,n,Value,Unit,2.5%,97.5%',
    'csat-card': 'Segment,Period,n,Value,Unit,2.5%,97.5%',
    'kpi-target-table': 'Metric,Unit,Target,Result,Gap,Status,n,Analysis,Action,Owner,Due',
    'trend-line': 'Period,Value,n,2.5%,97.5%',
  },
  id: {
    'nps-gauge': 'Segmen,Periode,n,Nilai,Satuan,2.5%,97.5%',
    'csat-card': 'Segmen,Periode,n,Nilai,Satuan,2.5%,97.5%',
    'kpi-target-table':
      'Metrik,Satuan,Target,Hasil,Selisih,Status,n,Analisis,Aksi,Penanggung jawab,Tenggat',
    'trend-line': 'Periode,Nilai,n,2.5%,97.5%',
  },
};

describe('a file of a tile', () => {
  for (const [lang, byTag] of Object.entries(heads))
    for (const [tag, head] of Object.entries(byTag) as [Tag, string][])
      it(`names its columns in the language of the tile: ${tag}, ${lang}`, async () => {
        const element = await shown(tag, { lang });
        expect(element.toCSV().split('\r\n')[0]).to.equal(head);
      });
});
