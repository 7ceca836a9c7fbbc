import { put } from './columns';

/** Makes a record of cells that stand in the order of its names. */
export type Build = (cells: readonly unknown[]) => Record<string, unknown>;

/**
 * A function that makes records with these names. Up to eight names are
 * written out: an object literal with computed keys is several times faster
 * than a loop of assignments, and takes `__proto__` for a name like any other.
 */
export function builder(names: readonly string[]): Build {
  // A name that is a slice of a text is looked up anew at each use; a key is looked up once.
  const keys = names.map((name) => Object.keys({ [name]: 0 })[0]!);
  const [a, b, c, d, e, f, g, h] = keys as [string, ...string[]];
  switch (names.length) {
    case 1:
      return (x) => ({ [a]: x[0] });
    case 2:
      return (x) => ({ [a]: x[0], [b!]: x[1] });
    case 3:
      return (x) => ({ [a]: x[0], [b!]: x[1], [c!]: x[2] });
    case 4:
      return (x) => ({ [a]: x[0], [b!]: x[1], [c!]: x[2], [d!]: x[3] });
    case 5:
      return (x) => ({ [a]: x[0], [b!]: x[1], [c!]: x[2], [d!]: x[3], [e!]: x[4] });
    case 6:
      return (x) => ({ [a]: x[0], [b!]: x[1], [c!]: x[2], [d!]: x[3], [e!]: x[4], [f!]: x[5] });
    case 7:
    case 8: {
      const eight = names.length === 8;
      return (x) => {
        const record: Record<string, unknown> = {
          [a]: x[0],
          [b!]: x[1],
          [c!]: x[2],
          [d!]: x[3],
          [e!]: x[4],
          [f!]: x[5],
          [g!]: x[6],
        };
        if (eight) put(record, h!, x[7]);
        return record;
      };
    }
    default:
      return (x) => {
        const record: Record<string, unknown> = {};
        for (let i = 0; i < keys.length; i++) put(record, keys[i]!, x[i]);
        return record;
      };
  }
}
