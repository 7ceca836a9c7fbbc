/** Longest text that is looked for: longer ones are seldom written twice. */
const longest = 12;

/**
 * The texts of one column. One that came before is given out again as the same
 * string: a channel's name is made once, and what counts by it needs no new
 * hash for each record. A column in which little repeats is left alone.
 */
export class Repeats {
  #known: string[] = new Array<string>(64).fill('');
  /** Runs out where texts are always new. */
  #hope = 256;

  slice(text: string, start: number, stop: number): string {
    const size = stop - start;
    if (size > longest || size === 0 || this.#hope === 0) return text.slice(start, stop);
    const place =
      (text.charCodeAt(start) * 7 +
        text.charCodeAt(stop - 1) * 3 +
        text.charCodeAt(start + (size >> 1)) +
        size) &
      63;
    const known = this.#known[place]!;
    if (known.length === size && text.startsWith(known, start)) {
      if (this.#hope < 1024) this.#hope++;
      return known;
    }
    this.#hope--;
    return (this.#known[place] = text.slice(start, stop));
  }
}
