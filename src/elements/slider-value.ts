import { spokenWords, type Reading } from './trend-reading';
import { lengthOf } from './trend-series';
import type { TrendView } from './trend-model';

const sum = (lengths: readonly number[]): number => lengths.reduce((all, one) => all + one, 0);

/**
 * What screen readers meet in a chart: a slider, whose value is the point that is read by keys, and
 * otherwise the sentence of the tile.
 */
export class SliderValue {
  #sentence = '';
  #written = '';

  constructor(private readonly slider: Element) {}

  /** After each drawing and each step; `null` while no point is read. */
  tell(view: TrendView | null, reading: Reading | null): void {
    const { slider } = this;
    const shown = slider.getAttribute('aria-valuetext')!;
    // The tile has drawn another sentence.
    if (shown !== this.#written) this.#sentence = shown;
    this.#written = this.#sentence;
    // Firefox tells of new words only with a new number: 0 is the whole, then each point of each line.
    let number = 0;
    if (view && reading) {
      this.#written = spokenWords(view, reading);
      const lengths = view.series.map(lengthOf);
      number = sum(lengths.slice(0, reading.series)) + reading.at + 1;
      slider.setAttribute('aria-valuemax', `${sum(lengths)}`);
    }
    if (shown !== this.#written) slider.setAttribute('aria-valuetext', this.#written);
    slider.setAttribute('aria-valuenow', `${number}`);
  }
}
