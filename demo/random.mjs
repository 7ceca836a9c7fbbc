/**
 * A seeded source of chance, so that everybody's demo shows the same year.
 *
 * The generator is Marsaglia's 32-bit xorshift (Journal of Statistical
 * Software 8/14, 2003, triple 13/17/5): small, fast and good enough for
 * invented records; not for secrets.
 */

/**
 * @param {number} seed whole number, not 0
 */
export function randomFrom(seed) {
  let state = seed | 0 || 1;

  /** Uniform over [0, 1). */
  function uniform() {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  }

  /** Standard normal, as the sum of twelve uniforms: tails end at ±6, which invented people never miss. */
  function normal() {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += uniform();
    return sum;
  }

  /** Log-normal with this median; `spread` is the standard deviation of its logarithm. */
  function around(/** @type {number} */ median, /** @type {number} */ spread) {
    return median * Math.exp(spread * normal());
  }

  /**
   * One of `items`, by their weights.
   * @template {{ weight: number }} T
   * @param {readonly T[]} items
   * @returns {T}
   */
  function pick(items) {
    let left = uniform() * items.reduce((sum, item) => sum + item.weight, 0);
    for (const item of items) {
      left -= item.weight;
      if (left < 0) return item;
    }
    return /** @type {T} */ (items[items.length - 1]);
  }

  /** A count with this mean (Knuth's product of uniforms). */
  function poisson(/** @type {number} */ mean) {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = uniform(); product > limit; product *= uniform()) count++;
    return count;
  }

  return { uniform, normal, around, pick, poisson };
}
