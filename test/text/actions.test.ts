import { expect } from '@open-wc/testing';
import { bringWords } from '../../src/text/catalogue';
import { registerActions, suggestAction } from '../../src/text/actions';
import type { TargetLike } from '../../src/text/format';
import { slip } from './plain';

// Indonesian is loaded when it is first asked for.
before(() => bringWords('id'));

const metrics =
  'nps csat ces frt aht resolution-time fcr resolution-rate response-rate asa abandonment service-level occupancy utilisation retention churn clv engagement sentiment volume'.split(
    ' ',
  );
const plan: TargetLike = { op: '=', value: 1000, low: 1000, high: 1000 };
const range: TargetLike = { op: 'range', value: 80, low: 80, high: 88 };

describe('suggestAction', () => {
  it('answers the three rows of the source report in its words', () => {
    expect(
      suggestAction({
        metric: 'volume',
        status: 'near',
        value: 1200,
        target: plan,
        direction: 'none',
        lang: 'id',
      }),
    ).to.equal('Tinjau proses layanan pelanggan, identifikasi penyebab peningkatan.');
    expect(suggestAction({ metric: 'asa', status: 'missed', lang: 'id' })).to.equal(
      'Optimalkan penugasan agen, pertimbangkan tambahan staf.',
    );
    expect(suggestAction({ metric: 'csat', status: 'missed', lang: 'id' })).to.equal(
      'Tinjau umpan balik pelanggan, lakukan pelatihan tambahan bagi staf.',
    );
  });

  it('has something to suggest for every metric and status, in both languages', () => {
    for (const metric of [...metrics, 'one-of-my-own', '__proto__', 'constructor', 'toString']) {
      for (const status of ['met', 'near', 'missed', 'no-data'] as const) {
        const [id, en] = ['id', 'en'].map((lang) =>
          suggestAction({ metric, status, value: 90, target: range, lang }),
        );
        for (const text of [id!, en!])
          expect(text)
            .to.match(/^\p{Lu}.*\.$/u)
            .and.not.match(slip);
        expect(id).to.not.equal(en);
      }
    }
  });

  it('tells too busy from too idle', () => {
    const say = (value: number) =>
      suggestAction({ metric: 'occupancy', status: 'missed', value, target: range, lang: 'en' });
    expect(say(95)).to.contain('Relieve agents');
    expect(say(60)).to.contain('training');
  });

  it('suggests nothing about a side where a near value only needs watching', () => {
    const about = {
      metric: 'occupancy',
      status: 'near',
      value: 89,
      target: range,
      lang: 'en',
    } as const;
    expect(suggestAction(about)).to.equal('Review weekly.');
  });
});

describe('registerActions', () => {
  it('replaces one text and keeps the others', () => {
    registerActions('id-ID', { csat: { missed: 'Hubungi pelanggan hari ini.' } });
    expect(suggestAction({ metric: 'csat', status: 'missed', lang: 'id' })).to.equal(
      'Hubungi pelanggan hari ini.',
    );
    expect(suggestAction({ metric: 'csat', status: 'met', lang: 'id' })).to.contain('Pertahankan');
    expect(suggestAction({ metric: 'csat', status: 'missed', lang: 'en' })).to.contain(
      'Review customer feedback',
    );
  });
  it('adds metrics and languages, and takes an empty text for no suggestion', () => {
    registerActions('nl', { nps: { missed: 'Bel de klant.' }, 'my-metric': { met: '' } });
    registerActions('nl', { nps: { met: 'Ga zo door.' } });
    expect(suggestAction({ metric: 'nps', status: 'missed', lang: 'nl' })).to.equal(
      'Bel de klant.',
    );
    expect(suggestAction({ metric: 'nps', status: 'met', lang: 'nl-BE' })).to.equal('Ga zo door.');
    expect(suggestAction({ metric: 'my-metric', status: 'met', lang: 'nl' })).to.equal('');
    expect(suggestAction({ metric: 'fcr', status: 'near', lang: 'nl' })).to.equal('Review weekly.');
  });
  it('pollutes no prototype', () => {
    registerActions('en', JSON.parse('{"__proto__": {"missed": "polluted"}}'));
    expect(({} as Record<string, unknown>).missed).to.equal(undefined);
    expect(suggestAction({ metric: 'new-one', status: 'missed', lang: 'en' })).to.not.equal(
      'polluted',
    );
  });
});
