/**
 * The tags in the JSX of React 19, for TypeScript: `import type {} from 'metrik/react'` once in a
 * project. Types alone; React itself needs nothing to show an element.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { LitElement } from 'lit';
import type { CsatCard } from './elements/csat-card';
import type { Saved, Shown, TileEvents } from './elements/events';
import type { Selection } from './elements/drill-down';
import type { KpiTargetTable } from './elements/kpi-target-table';
import type { MetricElement } from './elements/metric-element';
import type { NpsGauge } from './elements/nps-gauge';
import type { TrendLine } from './elements/trend-line';

/** What a page only reads, or calls. */
type Given = 'result' | 'status' | 'view' | 'nameOf' | 'toCSV' | 'toSVG' | 'toPNG';

/** Properties of the element by their names; `refresh` too may be given, as seconds. */
type Properties<E extends MetricElement> = {
  [K in Exclude<keyof E, keyof LitElement | Given>]?: K extends 'refresh' ? number | string : E[K];
};

/** React listens to an element's own events by their exact names, in small letters. */
interface Listeners<S extends Shown> {
  onload?: (event: TileEvents<S>['load']) => void;
  onerror?: (event: TileEvents['error']) => void;
  onrequest?: (event: TileEvents['request']) => void;
  'onmetric-select'?: (event: CustomEvent<Selection>) => void;
}

/** React's own `onLoad` and `onError` are for images, and never called here. */
type Tag<E extends MetricElement, S extends Shown> = Properties<E> &
  Listeners<S> &
  Omit<DetailedHTMLProps<HTMLAttributes<E>, E>, keyof Properties<E> | 'onLoad' | 'onError'>;

type OfResult<E extends MetricElement> = Tag<E, NonNullable<E['result']>>;

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React's own name for it
  namespace JSX {
    interface IntrinsicElements {
      'nps-gauge': OfResult<NpsGauge>;
      'csat-card': OfResult<CsatCard>;
      'kpi-target-table': OfResult<KpiTargetTable> & {
        'onkpi-save'?: (event: CustomEvent<Saved>) => void;
      };
      'trend-line': OfResult<TrendLine>;
    }
  }
}
