import * as z from 'zod/mini';
import { DataError, show } from './data-error';

/** Something that happened, to be marked on a time line. */
export interface ChartEvent {
  /** A calendar day, a time with offset, or milliseconds since 1970. */
  date: string | number;
  label: string;
}

/** A value of others to compare with. */
export interface Benchmark {
  value: number;
  name?: string;
  source?: string;
  date?: string;
}

/** A target that holds from a date on. */
export interface TargetStep {
  from: string | number;
  target: string | number;
}

/** Built at the first call: schemas at module level would be a side effect that no bundler drops. */
function once<T>(build: () => z.ZodMiniType<T>): () => z.ZodMiniType<T> {
  let schema: z.ZodMiniType<T> | undefined;
  return () => {
    // zod would otherwise probe `new Function`, which a strict policy reports on every page.
    z.config({ jitless: true });
    return (schema ??= build());
  };
}

const text = () => z.optional(z.string());
const figure = () => z.union([z.string(), z.number()]);

const events = once<ChartEvent[]>(() => z.array(z.object({ date: figure(), label: z.string() })));

const benchmark = once<Benchmark>(() =>
  z.object({ value: z.number(), name: text(), source: text(), date: text() }),
);

const targets = once<TargetStep[]>(() => z.array(z.object({ from: figure(), target: figure() })));

/** Most rows that are checked one by one; longer lists belong to a metric's own loop. */
const mostRows = 10_000;

function read<T>(schema: () => z.ZodMiniType<T>, value: unknown): T {
  if (Array.isArray(value) && value.length > mostRows) {
    throw new DataError('limit', `${value.length} rows, at most ${mostRows}`);
  }
  const outcome = schema().safeParse(value);
  if (outcome.success) return outcome.data;
  const issue = outcome.error.issues[0]!;
  let found: unknown = value;
  for (const key of issue.path) found = (found as Record<PropertyKey, unknown>)[key];
  throw new DataError(
    'contract',
    `${issue.path.join('.') || 'data'}: ${problem(issue)}, got ${show(found)}`,
  );
}

/** zod/mini ships no words of its own. */
function problem(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `expected ${names[issue.expected] ?? issue.expected}`;
  return 'expected text or a number';
}

const names: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  array: 'a list',
  object: 'an object',
};

/** Checks events of a time line. */
export function readEvents(value: unknown): ChartEvent[] {
  return read(events, value);
}

/** Checks a benchmark. */
export function readBenchmark(value: unknown): Benchmark {
  return read(benchmark, value);
}

/** Checks a target that changes over time. */
export function readTargets(value: unknown): TargetStep[] {
  return read(targets, value);
}
