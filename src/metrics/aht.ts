import { meanFold, type MeanState } from './mean';
import type { Metric } from './metric';
import { INVALID, judgeFlag, judgeSeconds, MISS, OUT, UNANSWERED } from './verdict';

/**
 * Average handling time: (talk + hold + wrap) / handled, in seconds.
 *
 * Abandoned contacts are not handled, and waiting is no handling (Call Centre
 * Helper, "How to measure average handling time"). Lower is cheaper, not always
 * better: read beside satisfaction and resolution. Interval: Student's t.
 *
 * Fields: `handle_seconds`, or `talk_seconds` with `hold_seconds` and
 * `wrap_seconds`, which are 0 where a source does not have them; `answered`, if
 * there, must not be no. Option `durations` says how times are written.
 * Components: the sums, with `handled`.
 */
export const aht: Metric<MeanState> = /* @__PURE__ */ meanFold({
  id: 'aht',
  unit: 'seconds',
  direction: 'down',
  method: '(talk + hold + wrap) / handled',
  text: {
    en: {
      name: 'Average handling time',
      short: 'AHT',
      description:
        'Time that one handled contact takes on average: talking, holding and wrapping up.',
    },
    id: {
      name: 'Waktu penanganan rata-rata',
      short: 'AHT',
      description:
        'Waktu rata-rata untuk menangani satu kontak: bicara, tahan, dan penyelesaian akhir.',
    },
  },
  fields: ['handle_seconds', 'talk_seconds', 'hold_seconds', 'wrap_seconds', 'answered'],
  components: ['talk_seconds', 'hold_seconds', 'wrap_seconds', 'handle_seconds', 'handled'],
  componentKeys: ['handled'],
  formula: (_options, lang) =>
    lang === 'id'
      ? '(bicara + tahan + penyelesaian akhir) / ditangani'
      : '(talk + hold + wrap) / handled',
  read(record, [handle, talk, hold, wrap, answered], durations) {
    if (judgeFlag(record, answered!, 4) === MISS) return OUT;
    const handled = judgeSeconds(record, handle!, 0, durations);
    if (handled !== UNANSWERED) return handled;
    const talked = judgeSeconds(record, talk!, 1, durations);
    if (talked < 0) return talked;
    const held = judgeSeconds(record, hold!, 2, durations);
    if (held <= INVALID) return held;
    const wrapped = judgeSeconds(record, wrap!, 3, durations);
    if (wrapped <= INVALID) return wrapped;
    return talked + Math.max(0, held) + Math.max(0, wrapped);
  },
  sum: (of, has) => [
    has('handle_seconds')
      ? of('handle_seconds')
      : of('talk_seconds') + of('hold_seconds', false) + of('wrap_seconds', false),
    of('handled'),
  ],
});
