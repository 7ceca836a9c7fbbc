import { expect } from '@open-wc/testing';
import { compare, compute, status } from '../../src/metrics';
import { metrics } from '../../src/metrics/catalogue';
import { describeShared, hasShared, sharedJson } from '../support/shared';

interface Vector {
  metric: string;
  name: string;
  given: Record<string, never>;
  options?: Record<string, unknown>;
  expect: Record<string, unknown> & { error?: string };
}

const vectors = hasShared ? await sharedJson<Vector[]>('vectors/metrics.json') : [];

/** Figures to 1e-9 relative; null, counts and texts exactly. */
function agrees(actual: unknown, expected: unknown, path: string): void {
  if (Array.isArray(expected)) {
    expect(actual, path).to.have.lengthOf(expected.length);
    expected.forEach((item, i) => agrees((actual as unknown[])[i], item, `${path}[${i}]`));
  } else if (typeof expected === 'number' && !Number.isInteger(expected)) {
    expect(actual, path).to.be.closeTo(expected, Math.abs(expected) * 1e-9);
  } else if (
    typeof expected === 'number' &&
    typeof actual === 'number' &&
    /value|mean|interval|delta|median/.test(path)
  ) {
    expect(actual, path).to.be.closeTo(expected, Math.max(Math.abs(expected), 1e-300) * 1e-9);
  } else {
    expect(actual, path).to.deep.equal(expected);
  }
}

function outcome({ metric, given, options }: Vector): object {
  if (metric === 'target') {
    const { value, target } = given as unknown as { value: number | null; target: string };
    return status({ value }, target, options);
  }
  if ('before' in given) return compare(metric, given['before']!, given['after']!, options);
  return compute(metric, given, options);
}

describeShared('the worked examples of every metric', () => {
  it('cover every metric of the catalogue', () => {
    const covered = new Set(vectors.map(({ metric }) => metric));
    // The two have no worked example there; their own tests hold them.
    const rest = metrics.map(({ id }) => id).filter((id) => !covered.has(id));
    expect(rest).to.have.members(
      ['resolution-time', 'volume'].filter((id) => metrics.some((m) => m.id === id)),
    );
  });
  for (const vector of vectors) {
    it(`${vector.metric}: ${vector.name}`, () => {
      const { error, ...figures } = vector.expect;
      if (error) {
        expect(() => outcome(vector)).to.throw(RangeError, error);
        return;
      }
      const actual = outcome(vector) as Record<string, unknown>;
      for (const [name, expected] of Object.entries(figures)) agrees(actual[name], expected, name);
    });
  }
});
