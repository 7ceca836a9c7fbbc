/** A page in TypeScript over the built package, by its public names alone: `npm run check` compiles it. */
import 'metrik/define.js';
import 'metrik/define/nps-gauge.js';
import { DataError, registerCatalogue } from 'metrik';
import type { Catalogue, NpsGauge, Selection } from 'metrik';
import { compute, parseQuantity, type Result } from 'metrik/metrics.js';

const gauge = document.createElement('nps-gauge') satisfies NpsGauge;
gauge.target = 50;
gauge.benchmark = { value: 31, name: 'Industri' };
gauge.noAnswer = '0 11';
gauge.headers = { authorization: 'Bearer …' };
gauge.fetcher = fetch;
gauge.data = [{ score: 9 }];
export const value: number | null | undefined = gauge.result?.value;
export const isOld: boolean = gauge.status === 'stale';

gauge.addEventListener('load', ({ detail }) => detail.interval?.[0].toFixed());
gauge.addEventListener('error', ({ detail }) => `${detail.code} ${detail.message}`);
gauge.addEventListener('request', (event) => {
  event.detail.headers['x-crm'] = event.detail.url;
  event.preventDefault();
});
gauge.addEventListener('click', (event) => event.clientX);
gauge.addEventListener('anything', (event) => event.type);
document.addEventListener('metric-select', ({ detail }) => filterOf(detail));
// @ts-expect-error: what is there to be read cannot be written
gauge.result = null;
// @ts-expect-error: no such property
gauge.tresh = 3;

const table = document.createElement('kpi-target-table');
export const values: (number | null)[] | undefined = table.result?.map(({ value }) => value);
table.addEventListener('load', ({ detail }) => detail.length);
table.addEventListener('kpi-save', ({ detail }) => `${detail.field}: ${detail.value}`);

const trend = document.createElement('trend-line');
trend.events = [{ date: '2026-06-15', label: 'IVR baru' }];
trend.forecast = 4;
trend.unusual = true;

export const filterOf = (chosen: Selection): string[] => Object.keys(chosen.filter);
export const result: Result = compute('nps', { records: [{ score: 9 }] });
export const seconds: number | undefined = parseQuantity('2 menit', 'id')?.value;
export const isOurs = (error: unknown): boolean =>
  error instanceof DataError && error.code === 'type';
export const speak = (lang: string, words: Partial<Catalogue>): void =>
  registerCatalogue(lang, words);
void gauge.toPNG({ scale: 3, theme: 'dark' }).then((picture) => picture.size);
