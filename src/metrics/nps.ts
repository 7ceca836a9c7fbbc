import { fieldOf, readField, readNumber, type Field } from './field';
import { adjustedWald } from './interval';
import type { FoldState, Metric } from './metric';
import { parseNumber } from './number';
import {
  baseResult,
  componentCount,
  countAnswer,
  countPeople,
  effectiveSize,
  mergeTallies,
  newTally,
  reject,
} from './tally';

export interface NpsState extends FoldState {
  score: Field;
  promoters: number;
  passives: number;
  detractors: number;
}

/**
 * Net Promoter Score: % promoters − % detractors, −100 to 100 points.
 *
 * "How likely is it that you would recommend us to a friend or colleague?" on
 * 0 to 10 (Reichheld 2003, "The One Number You Need to Grow", HBR 81(12)).
 * Promoters answer at least 9, passives at least 7, the rest are detractors, so
 * that halves fall in one group each. Interval: adjusted Wald.
 *
 * Fields: `score`. Components: `detractors passives promoters`.
 */
export const nps: Metric<NpsState> = {
  id: 'nps',
  unit: 'points',
  direction: 'up',
  scale: [-100, 100],
  test: 'nps',
  text: {
    en: {
      name: 'Net Promoter Score',
      short: 'NPS',
      description:
        'How likely customers are to recommend us, from 0 to 10: share of promoters (9–10) less share of detractors (0–6).',
    },
    id: {
      name: 'Net Promoter Score',
      short: 'NPS',
      description:
        'Seberapa besar kemungkinan pelanggan merekomendasikan kami, dari 0 sampai 10: porsi promotor (9–10) dikurangi porsi detraktor (0–6).',
    },
  },
  fields: ['score'],
  components: ['detractors', 'passives', 'promoters'],
  componentKeys: ['detractors', 'passives', 'promoters'],
  formula: (_options, lang) =>
    lang === 'id' ? '(promotor − detraktor) / n × 100' : '(promoters − detractors) / n × 100',
  start: (options) => ({
    tally: newTally(),
    score: fieldOf('score', options, true),
    promoters: 0,
    passives: 0,
    detractors: 0,
  }),
  add(state, record, weight, row) {
    const score = readNumber(record, state.score);
    if (score === null) {
      state.tally.unanswered += weight;
    } else if (score === undefined || score < 0 || score > 10) {
      reject(state.tally, weight, row, 'score', readField(record, state.score));
    } else {
      countAnswer(state.tally, weight);
      if (score >= 9) state.promoters += weight;
      else if (score >= 7) state.passives += weight;
      else state.detractors += weight;
    }
  },
  addComponents(state, components) {
    const detractors = componentCount(components, 'detractors', parseNumber);
    const passives = componentCount(components, 'passives', parseNumber);
    const promoters = componentCount(components, 'promoters', parseNumber);
    state.detractors += detractors;
    state.passives += passives;
    state.promoters += promoters;
    countPeople(state.tally, detractors + passives + promoters);
  },
  merge: (a, b) => ({
    tally: mergeTallies(a.tally, b.tally),
    score: a.score,
    promoters: a.promoters + b.promoters,
    passives: a.passives + b.passives,
    detractors: a.detractors + b.detractors,
  }),
  finish(state) {
    const { tally, promoters, passives, detractors } = state;
    const result = baseResult(nps, state, 'promoters ≥ 9, detractors < 7');
    const groups = { detractors, passives, promoters };
    Object.assign(result, groups, { parts: groups });
    if (tally.n > 0) {
      result.value = ((promoters - detractors) / tally.n) * 100;
      result.interval = adjustedWald(
        promoters / tally.n,
        detractors / tally.n,
        effectiveSize(tally),
      );
    }
    return result;
  },
};
