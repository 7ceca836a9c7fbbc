import { expect } from '@open-wc/testing';
import {
  bringWords,
  catalogueFor,
  localeFor,
  registerCatalogue,
  type Catalogue,
} from '../../src/text/catalogue';
import type * as Catalogues from '../../src/text/catalogue';
import { en as first } from '../../src/text/en';
import { allWords, enLater, idLater } from '../../src/text/later';
import { formatAge } from '../../src/text/age';
import { formatDuration, formatValue } from '../../src/text/format';
import { id as firstId } from '../../src/text/id';
import { gaugeSentence } from '../../src/text/sentence';
import { plain, slip } from './plain';

const en: Catalogue = { ...enLater, ...first };
const id: Catalogue = { ...idLater, ...firstId };

before(() => bringWords('id'));

/** Every text of a catalogue, its functions called with telling arguments. */
function textsOf(catalogue: Catalogue): [key: string, text: string][] {
  const about = { status: 503, url: '/api/nps', detail: 'not JSON: "<"' };
  const list: [string, unknown][] = Object.entries(catalogue).flatMap(([key, value]) =>
    key === 'errors' || key === 'formulaWords'
      ? Object.entries(value as object).map(([code, say]): [string, unknown] => [
          `${key}.${code}`,
          typeof say === 'string' ? say : say(about),
        ])
      : [[key, value] as [string, unknown]],
  );
  return list.flatMap(([key, value]) => {
    if (typeof value === 'string') return [[key, value]];
    if (Array.isArray(value)) return value.map((word): [string, string] => [key, word]);
    // The first argument of the words with a plural is a number.
    const counts = ['rowsRead', 'unread', 'points', 'periods', 'series', 'noneHas'].includes(key);
    return [[key, (value as (...args: unknown[]) => string)(counts ? 2 : 'aa', 'bb', 'cc', 'dd')]];
  });
}

describe('the catalogues', () => {
  it('have the same words in both languages', () => {
    const optional = ['tidyAge', 'methodName', 'metTarget'];
    const keys = (c: Catalogue) =>
      Object.keys(c)
        .filter((key) => !optional.includes(key))
        .sort();
    expect(keys(id)).to.deep.equal(keys(en));
    expect(Object.keys(id.errors).sort()).to.deep.equal(Object.keys(en.errors).sort());
  });

  for (const [name, catalogue] of Object.entries({ en, id })) {
    it(`say something everywhere in ${name}, and never a slip`, () => {
      for (const [key, text] of textsOf(catalogue)) {
        expect(text, key).to.be.a('string').with.length.above(0);
        expect(text, key).to.not.match(slip);
        expect(text, key).to.equal(text.trim());
      }
    });
    it(`use every argument in ${name}`, () => {
      for (const [key, value] of Object.entries(catalogue)) {
        if (typeof value !== 'function' || ['tidyAge', 'methodName'].includes(key)) continue;
        const counts = ['rowsRead', 'unread', 'points', 'periods', 'series', 'noneHas'].includes(
          key,
        );
        const args = ['aa', 'bb', 'cc', 'dd'].slice(counts ? 1 : 0, value.length);
        const text = (value as (...args: unknown[]) => string)(...(counts ? [2, ...args] : args));
        for (const arg of args) expect(text, key).to.contain(arg);
      }
    });
  }

  it('are Indonesian where it is spoken', () => {
    // Words that are the same in both languages, or names that the field keeps.
    const same = [
      ...['dir', 'target', 'status', 'menu', 'units', 'segment'],
      ...['promoters', 'passives', 'detractors', 'bare'],
    ];
    const english = new Map(textsOf(en));
    const shared = textsOf(id).filter(([key, text]) => english.get(key) === text);
    expect(shared.map(([key]) => key).filter((key) => !same.includes(key))).to.deep.equal([]);
  });

  it('say the wording of the design', () => {
    expect(id.interval).to.equal('Selang kepercayaan 95%');
    expect(id.updated('2 menit lalu')).to.equal('Diperbarui 2 menit lalu');
    expect(id.stale('14 menit lalu')).to.equal('Data 14 menit lalu');
    expect(id.retryIn('8 dtk')).to.equal('mencoba lagi dalam 8 dtk');
    expect(id.changeFrom('6', 'Mei')).to.equal('6 dari Mei');
    expect(id.realChange('p 0,009')).to.equal('perubahan nyata (p 0,009)');
    expect(id.smallSample('12')).to.equal('Sampel kecil (n = 12)');
  });

  it('name the status and the offending value of a failure', () => {
    expect(id.errors.http({ status: 503 })).to.equal('Sumber data menjawab dengan galat 503');
    expect(id.errors.http({})).to.equal('Sumber data menjawab dengan galat');
    expect(en.errors.syntax({ detail: 'not JSON: "<"' })).to.equal(
      'The answer cannot be read: not JSON: "<"',
    );
    expect(en.errors.contract({ detail: 'x'.repeat(5000) }).length).to.be.below(250);
  });

  it('count in English with the right plural', () => {
    expect(en.rowsRead(1, '1')).to.equal('1 row read');
    expect(en.rowsRead(0, '0')).to.equal('0 rows read');
    expect(en.points(1, '1')).to.equal('1 point');
    expect(en.points(1.5, '1.5')).to.equal('1.5 points');
  });
});

describe('catalogueFor', () => {
  it('finds a language by any tag of it, and English for the others', () => {
    for (const lang of ['id', 'id-ID', 'ID_id', 'in']) expect(catalogueFor(lang)).to.equal(firstId);
    for (const lang of ['en', 'en-GB', 'xx', '', '__proto__', 'toString', 'no tag!']) {
      expect(catalogueFor(lang)).to.equal(first);
    }
  });
  it('keeps words and numbers in one language', () => {
    expect(localeFor('id_ID')).to.equal('id-ID');
    expect(localeFor('en-GB')).to.equal('en-GB');
    expect(localeFor('fr')).to.equal('en');
  });
});

describe('registerCatalogue', () => {
  it('adds a right-to-left language at run time, with its numbers and plurals', () => {
    expect(catalogueFor('ar').dir).to.equal('ltr');
    registerCatalogue('ar', {
      dir: 'rtl',
      met: 'تحقق الهدف',
      noData: 'لا توجد بيانات',
      points: (count, text) =>
        `${text} ${{ two: 'نقطتان', few: 'نقاط' }[new Intl.PluralRules('ar').select(count) as string] ?? 'نقطة'}`,
    });
    const ar = catalogueFor('ar-EG');
    expect(ar.dir).to.equal('rtl');
    expect(ar.met).to.equal('تحقق الهدف');
    expect(ar.points(3, '3')).to.equal('3 نقاط');
    expect(ar.retry, 'what is not given is English').to.equal(en.retry);
    const long = new Intl.NumberFormat('ar', {
      style: 'unit',
      unit: 'second',
      unitDisplay: 'short',
    });
    // A mark of direction may stand before the digits.
    const unmarked = (text: string): string => text.replace(/[\u061c\u200e]/g, '');
    expect(unmarked(formatDuration(45, { lang: 'ar' }))).to.equal(unmarked(long.format(45)));
    expect(formatAge(120_000, 'ar')).to.equal(
      new Intl.RelativeTimeFormat('ar').format(-2, 'minute'),
    );
    expect(formatValue(null, 'percent', { lang: 'ar' })).to.equal('–');
    const none = { value: null, unit: 'points', interval: null, n: 0 } as const;
    expect(gaugeSentence({ name: 'NPS', result: none, lang: 'ar' })).to.equal(
      'NPS: لا توجد بيانات',
    );
  });
  it('replaces a single word of a shipped language and keeps the others', () => {
    registerCatalogue('id-ID', { detractors: 'Detraktor' });
    expect(catalogueFor('id').detractors).to.equal('Detraktor');
    expect(catalogueFor('id').met).to.equal('Tercapai');
    expect(plain(formatDuration(45, { lang: 'id' }))).to.equal('45 dtk');
    registerCatalogue('id', { detractors: id.detractors });
  });

  it('replaces words of a language that has not come yet', async () => {
    // A copy of the module in which nobody has asked for Indonesian.
    const url = '../../src/text/catalogue.ts?not-yet-asked';
    const untouched = (await import(url)) as typeof Catalogues;
    expect(untouched.catalogueFor('id').met, 'not here').to.equal(first.met);
    expect(untouched.localeFor('id'), 'numbers as the words').to.equal('en');
    untouched.registerCatalogue('id', { detractors: 'Detraktor' });
    expect(untouched.bringWords('en')).to.equal(null);
    await untouched.bringWords('id');
    expect(untouched.bringWords('id-ID')).to.equal(null);
    expect(untouched.catalogueFor('id').detractors).to.equal('Detraktor');
    expect(untouched.catalogueFor('id').met).to.equal('Tercapai');
    expect(untouched.localeFor('id')).to.equal('id');
  });
});

describe('allWords', () => {
  it('have the language where it speaks, and English for the rest', () => {
    expect(allWords('id')).to.deep.equal(id);
    expect(allWords('en')).to.deep.equal(en);
    registerCatalogue('eo', { formula: 'Formulo', formulaWords: { method: 'Metodo' } });
    const { formula, close, formulaWords } = allWords('eo');
    expect([formula, close, formulaWords.method, formulaWords.invalid]).to.deep.equal([
      'Formulo',
      'Close',
      'Metodo',
      'Invalid',
    ]);
  });
});
