/** Edit distance between two short words (Levenshtein 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[b.length]!;
}

/** The name that a misspelt one was probably meant to be, at most a third of its letters away. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const typed = word.trim().toLowerCase().slice(0, 40);
  let best: string | undefined;
  let least = Infinity;
  for (const name of names) {
    const edits = distance(typed, name);
    if (edits < least) [best, least] = [name, edits];
  }
  return least <= Math.max(1, Math.floor(typed.length / 3)) ? best : undefined;
}

/** What is said of a metric that there is not. */
export function unknownMetric(id: string, ids: readonly string[]): RangeError {
  const near = nearest(id, ids);
  return new RangeError(`unknown metric: ${id}${near ? `; did you mean ${near}` : ''}`);
}
