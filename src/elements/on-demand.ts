/** Code that is loaded on first use. */
export interface OnDemand<T> {
  /** Loads it; `null` when it is here. */
  bring(): Promise<T> | null;
  /** The code, once it was brought. */
  readonly here: T;
  readonly isHere: boolean;
  /** Does something with it as soon as it is here; nothing where it cannot be had now. */
  use(act: (code: T) => unknown): void;
}

export function onDemand<T>(load: () => Promise<T>): OnDemand<T> {
  let code: T | undefined;
  let loading: Promise<T> | null = null;
  const bring = (): Promise<T> | null => {
    if (code) return null;
    loading ??= load().then(
      (module) => (code = module),
      (error: unknown) => {
        // What failed once is asked for again.
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  return {
    bring,
    use(act) {
      void Promise.resolve(bring()).then(
        () => act(code!),
        () => undefined,
      );
    },
    get here() {
      if (!code) throw new Error('used before it was loaded');
      return code;
    },
    get isHere() {
      return !!code;
    },
  };
}

/** Values and benchmarks that are no plain numbers, and directions. */
export const written = /* @__PURE__ */ onDemand(() => import('./written'));

/** What `fields`, `where`, `options` and `no-answer` say. */
export const mapping = /* @__PURE__ */ onDemand(() => import('./mapped-options'));

/** Targets: reading them, and where a result stands. */
export const targets = /* @__PURE__ */ onDemand(() => import('../metrics/target'));

/** A metric by period, and before and after with interval and p. */
export const courses = /* @__PURE__ */ onDemand(() => import('./course'));

/** The benchmark beside a single value. */
export const benchmarks = /* @__PURE__ */ onDemand(() => import('./benchmark-mark'));
