import { readNumber } from './field';
import type { Metric } from './metric';
import { shareFold, type ShareState } from './share';
import { choice } from './tally';
import { HIT, INVALID, judgeFlag, MISS, OUT, PENDING, UNANSWERED } from './verdict';

/**
 * First contact resolution: resolved at the first contact of all contacts, 0 to 100 %.
 *
 * Method "gross" (default) divides by all contacts, "net" leaves out those that
 * the first line cannot resolve (Call Centre Helper, "How to measure FCR"). A
 * contact whose repeat window is still open is pending, not a success.
 *
 * Fields: `resolved_first_contact`, or `resolved` with `contacts_needed`;
 * `repeat_window_open`; `not_resolvable_first_line`. Components:
 * `resolved_first_contact contacts not_resolvable_first_line`.
 */
export const fcr: Metric<ShareState> = /* @__PURE__ */ shareFold({
  id: 'fcr',
  text: {
    en: {
      name: 'First contact resolution',
      short: 'FCR',
      description: 'Share of contacts resolved the first time, without a second contact.',
    },
    id: {
      name: 'Penyelesaian pada kontak pertama',
      short: 'FCR',
      description: 'Porsi kontak yang selesai sekali hubungi, tanpa kontak kedua.',
    },
  },
  fields: [
    'resolved_first_contact',
    'resolved',
    'contacts_needed',
    'repeat_window_open',
    'not_resolvable_first_line',
  ],
  components: ['resolved_first_contact', 'contacts', 'not_resolvable_first_line'],
  componentKeys: ['contacts'],
  groups: ['later', 'first_contact'],
  formula({ method }, lang) {
    if (lang === 'id') {
      return `selesai pada kontak pertama / ${method === 'net' ? '(kontak − tidak dapat diselesaikan lini pertama)' : 'kontak'} × 100`;
    }
    return `resolved at first contact / ${method === 'net' ? '(contacts − not resolvable at first line)' : 'contacts'} × 100`;
  },
  rule(options) {
    const kind = choice('method', options, ['gross', 'net']);
    return { method: kind, kind };
  },
  judge(record, [first, resolved, contacts, open, hard], { kind }) {
    if (kind === 'net' && judgeFlag(record, hard!, 4) === HIT) return OUT;
    if (judgeFlag(record, open!, 3) === HIT) return PENDING;
    const verdict = judgeFlag(record, first!, 0);
    if (verdict !== UNANSWERED) return verdict;
    const solved = judgeFlag(record, resolved!, 1);
    if (solved !== HIT) return solved;
    const needed = readNumber(record, contacts!);
    if (needed === null) return UNANSWERED;
    return needed === undefined || needed < 0 ? INVALID - 2 : needed <= 1 ? HIT : MISS;
  },
  count: (of, { kind }) => [
    of('resolved_first_contact'),
    of('contacts') - (kind === 'net' ? of('not_resolvable_first_line') : 0),
  ],
  disagree: (hits, base) => `${hits} of ${base} contacts were resolved at first contact`,
});
