/** A page in React over the built package: `npm run check` compiles it. */
import type {} from 'metrik/react';
import { createRef } from 'react';
import type { NpsGauge } from 'metrik';

const gauge = createRef<NpsGauge>();

export const page = (
  <main>
    <nps-gauge
      ref={gauge}
      className="wide"
      lang="id"
      src="/api/nps"
      refresh={60}
      target={50}
      noAnswer="11"
      time-zone="Asia/Jakarta"
      benchmark={{ value: 31, name: 'Industri' }}
      selectable
      onload={({ detail }) => detail.value?.toFixed()}
      onerror={({ detail }) => detail.code}
      onmetric-select={({ detail }) => detail.filter}
    />
    <kpi-target-table
      kpis="csat > 90%"
      editable
      onload={({ detail }) => detail.length}
      onkpi-save={({ detail }) => detail.field}
    />
    <trend-line metric="csat" data={[]} forecast={4} unusual />
    {/* @ts-expect-error: a number of seconds, not a function */}
    <csat-card refresh={() => 60} />
    {/* @ts-expect-error: React calls onload, never onLoad */}
    <csat-card onLoad={() => undefined} />
    {/* @ts-expect-error: no such property */}
    <csat-card treshold={3} />
  </main>
);
