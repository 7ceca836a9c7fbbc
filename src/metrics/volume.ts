import type { FoldState, Metric } from './metric';
import {
  baseResult,
  componentCount,
  countAnswer,
  countPeople,
  mergeTallies,
  newTally,
  reject,
} from './tally';

export interface VolumeState extends FoldState {
  /** Rows seen, so that a counted 0 is told from nothing at all. */
  rows: number;
}

/**
 * Volume: how many records there are, `count` included. More is neither better
 * nor worse, so a target is a plan.
 *
 * Any record counts. A row with `count` 0 is a true 0; no rows at all are `null`.
 */
export const volume: Metric<VolumeState> = {
  id: 'volume',
  unit: 'count',
  direction: 'none',
  scale: [0, null],
  test: 'none',
  text: {
    en: { name: 'Volume', short: 'Volume', description: 'Number of contacts, calls or tickets.' },
    id: {
      name: 'Jumlah kontak',
      short: 'Jumlah',
      description: 'Jumlah kontak, panggilan, atau tiket.',
    },
  },
  fields: [],
  components: ['count'],
  // `count` in a row is a weight already.
  componentKeys: [],
  formula: (_options, lang) => (lang === 'id' ? 'jumlah catatan' : 'number of records'),
  start: () => ({ tally: newTally(), rows: 0 }),
  add(state, record, weight, row) {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      return reject(state.tally, weight, row, 'record', record);
    }
    state.rows++;
    countAnswer(state.tally, weight);
  },
  addComponents(state, components) {
    state.rows++;
    countPeople(state.tally, componentCount(components, 'count'));
  },
  merge: (a, b) => ({ tally: mergeTallies(a.tally, b.tally), rows: a.rows + b.rows }),
  finish(state) {
    const result = baseResult(volume, state, 'records');
    if (state.rows > 0) result.value = state.tally.n;
    return result;
  },
};
