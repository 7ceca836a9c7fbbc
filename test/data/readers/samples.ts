/** What each vendor's documentation shows, shortened, and what a reader makes of it. */
export interface Sample {
  source: string;
  /** Whether the shape is found out without a name. */
  detected: boolean;
  body: unknown;
  rows: unknown[];
}

export const samples: Record<string, Sample> = {
  'clickhouse FORMAT JSON, 64-bit integers as text': {
    source: 'clickhouse',
    detected: true,
    body: {
      meta: [
        { name: 'score', type: 'UInt8' },
        { name: 'count', type: 'UInt64' },
      ],
      data: [{ score: 9, count: '120' }],
      rows: 1,
      statistics: { elapsed: 0.001, rows_read: 1, bytes_read: 9 },
    },
    rows: [{ score: 9, count: '120' }],
  },
  'clickhouse FORMAT JSONCompact': {
    source: 'clickhouse',
    detected: true,
    body: {
      meta: [
        { name: 'path', type: 'String' },
        { name: 'hits', type: 'UInt32' },
      ],
      data: [['Bob_Dolman', 245]],
      rows: 1,
    },
    rows: [{ path: 'Bob_Dolman', hits: 245 }],
  },
  'cube load': {
    source: 'cube',
    detected: true,
    body: {
      query: { measures: ['users.count'] },
      data: [{ 'users.count': '700' }],
      annotation: {
        measures: { 'users.count': { title: 'Users Count', shortTitle: 'Count', type: 'number' } },
        dimensions: {},
      },
    },
    rows: [{ 'users.count': '700' }],
  },
  'bigquery with a time stamp, a record, a repeated field and a null': {
    source: 'bigquery',
    detected: true,
    body: {
      kind: 'bigquery#queryResponse',
      schema: {
        fields: [
          { name: 'n', type: 'INTEGER' },
          { name: 'at', type: 'TIMESTAMP' },
          { name: 'ok', type: 'BOOLEAN' },
          { name: 'tags', type: 'STRING', mode: 'REPEATED' },
          { name: 'who', type: 'RECORD', fields: [{ name: 'team', type: 'STRING' }] },
        ],
      },
      rows: [
        {
          f: [
            { v: '1' },
            { v: '1.7804592E9' },
            { v: 'true' },
            { v: [{ v: 'a' }, { v: 'b' }] },
            { v: { f: [{ v: 'Sales' }] } },
          ],
        },
        { f: [{ v: null }, { v: null }, { v: null }, { v: [] }, { v: null }] },
      ],
      totalRows: '2',
      jobComplete: true,
    },
    rows: [
      { n: '1', at: 1780459200000, ok: true, tags: ['a', 'b'], who: { team: 'Sales' } },
      { n: null, at: null, ok: null, tags: [], who: null },
    ],
  },
  'bigquery without rows': {
    source: 'bigquery',
    detected: true,
    body: {
      schema: { fields: [{ name: 'n', type: 'INTEGER' }] },
      totalRows: '0',
      jobComplete: true,
    },
    rows: [],
  },
  'grafana series, value before time': {
    source: 'grafana',
    detected: true,
    body: [
      {
        target: 'pps in',
        datapoints: [
          [622, 1450754160000],
          [null, 1450754220000],
        ],
      },
    ],
    rows: [
      { target: 'pps in', value: 622, time: 1450754160000 },
      { target: 'pps in', value: null, time: 1450754220000 },
    ],
  },
  'grafana table': {
    source: 'grafana',
    detected: true,
    body: [
      {
        columns: [
          { text: 'Time', type: 'time' },
          { text: 'Country', type: 'string' },
          { text: 'Number', type: 'number' },
        ],
        rows: [[1234567, 'SE', 123]],
        type: 'table',
      },
    ],
    rows: [{ Time: 1234567, Country: 'SE', Number: 123 }],
  },
  'elasticsearch date histogram with a metric': {
    source: 'elasticsearch',
    detected: true,
    body: {
      timed_out: false,
      aggregations: {
        month: {
          buckets: [
            {
              key_as_string: '2015-01-01T00:00:00.000Z',
              key: 1420070400000,
              doc_count: 20,
              by: { value: 120 },
            },
          ],
        },
      },
    },
    rows: [{ month: '2015-01-01T00:00:00.000Z', count: 20, by: 120 }],
  },
  'elasticsearch terms inside a histogram as weighted records': {
    source: 'elasticsearch',
    detected: true,
    body: {
      aggregations: {
        month: {
          buckets: [
            {
              key_as_string: '2026-06',
              key: 1780272000000,
              doc_count: 5,
              score: {
                doc_count_error_upper_bound: 0,
                sum_other_doc_count: 0,
                buckets: [
                  { key: 9, doc_count: 3 },
                  { key: 4, doc_count: 2 },
                ],
              },
            },
          ],
        },
      },
    },
    rows: [
      { month: '2026-06', count: 3, score: 9 },
      { month: '2026-06', count: 2, score: 4 },
    ],
  },
  'elasticsearch keyed buckets and percentiles': {
    source: 'elasticsearch',
    detected: true,
    body: {
      aggregations: {
        channel: {
          buckets: {
            email: { doc_count: 2, wait: { values: { '50.0': 30, '90.0': 95.5 } } },
          },
        },
      },
    },
    rows: [{ channel: 'email', count: 2, 'wait.50.0': 30, 'wait.90.0': 95.5 }],
  },
  'elasticsearch hits': {
    source: 'elasticsearch',
    detected: true,
    body: { hits: { total: { value: 1 }, hits: [{ _index: 'x', _source: { score: 9 } }] } },
    rows: [{ score: 9 }],
  },
  'metabase query with rows and cols': {
    source: 'metabase',
    detected: true,
    body: {
      data: { rows: [[18760]], cols: [{ name: 'count', display_name: 'Count' }] },
      status: 'completed',
      row_count: 1,
    },
    rows: [{ count: 18760 }],
  },
  'metabase query/json': {
    source: 'metabase',
    detected: false,
    body: [{ count: 18760 }],
    rows: [{ count: 18760 }],
  },
  'postgrest aggregates': {
    source: 'postgrest',
    detected: false,
    body: [{ sum: 2345.67, avg: 234.56, order_date: '2023-01-02' }],
    rows: [{ sum: 2345.67, avg: 234.56, order_date: '2023-01-02' }],
  },
  'graphql nodes (Hasura)': {
    source: 'graphql',
    detected: true,
    body: {
      data: {
        articles_aggregate: {
          aggregate: { count: 10, sum: { rating: 26 } },
          nodes: [{ id: 1, title: 'sit amet', rating: 1 }],
        },
      },
    },
    rows: [{ id: 1, title: 'sit amet', rating: 1 }],
  },
  'graphql aggregate (Hasura)': {
    source: 'graphql',
    detected: true,
    body: { data: { article_aggregate: { aggregate: { count: 5 } } } },
    rows: [{ count: 5 }],
  },
  'graphql connection': {
    source: 'graphql',
    detected: true,
    body: { data: { answers: { edges: [{ cursor: 'x', node: { score: 9 } }] } } },
    rows: [{ score: 9 }],
  },
  'chatwoot summary': {
    source: 'chatwoot',
    detected: false,
    body: {
      avg_first_response_time: '125.5',
      conversations_count: 250,
      previous: { conversations_count: 1 },
    },
    rows: [
      {
        avg_first_response_time: '125.5',
        conversations_count: 250,
        previous: { conversations_count: 1 },
      },
    ],
  },
  'chatwoot series': {
    source: 'chatwoot',
    detected: false,
    body: [{ value: '42', timestamp: 1780272000 }],
    rows: [{ value: '42', time: 1780272000000, timestamp: undefined }],
  },
  'chatwoot csat metrics': {
    source: 'chatwoot',
    detected: true,
    body: { total_count: 3, ratings_count: { '4': 1, '5': 2 }, total_sent_messages_count: 9 },
    rows: [
      { score: '4', count: 1 },
      { score: '5', count: 2 },
    ],
  },
  'chatwoot survey responses': {
    source: 'chatwoot',
    detected: false,
    body: [{ id: 1, rating: 4, feedback_message: 'ok', created_at: 1780272000 }],
    rows: [{ id: 1, rating: 4, score: 4, feedback_message: 'ok', created_at: 1780272000000 }],
  },
  'formbricks responses, finished ones': {
    source: 'formbricks',
    detected: true,
    body: {
      data: [
        {
          id: 'a',
          surveyId: 's',
          createdAt: '2024-04-23T08:03:32.901Z',
          finished: true,
          data: { q1: 9 },
        },
        {
          id: 'b',
          surveyId: 's',
          createdAt: '2024-04-23T08:04:00.000Z',
          finished: false,
          data: {},
        },
      ],
    },
    rows: [
      {
        id: 'a',
        surveyId: 's',
        createdAt: '2024-04-23T08:03:32.901Z',
        created_at: '2024-04-23T08:03:32.901Z',
        finished: true,
        data: { q1: 9 },
        q1: 9,
      },
    ],
  },
  'typeform responses': {
    source: 'typeform',
    detected: true,
    body: {
      total_items: 2,
      page_count: 1,
      items: [
        {
          token: 't1',
          landed_at: '2026-06-03T09:11:00Z',
          submitted_at: '2026-06-03T09:12:00Z',
          hidden: { channel: 'email' },
          answers: [
            { type: 'number', number: 9, field: { id: 'f1', ref: 'nps', type: 'nps' } },
            {
              type: 'choice',
              choice: { label: 'Price' },
              field: { id: 'f2', ref: 'why', type: 'multiple_choice' },
            },
            { type: 'boolean', boolean: true, field: { id: 'f3', ref: 'again', type: 'yes_no' } },
          ],
        },
        { token: 't2', submitted_at: '0001-01-01T00:00:00Z', answers: null },
      ],
    },
    rows: [
      {
        channel: 'email',
        created_at: '2026-06-03T09:12:00Z',
        token: 't1',
        f1: 9,
        nps: 9,
        f2: 'Price',
        why: 'Price',
        f3: true,
        again: true,
        score: 9,
      },
      { created_at: '0001-01-01T00:00:00Z', token: 't2' },
    ],
  },
  'zendesk ratings': {
    source: 'zendesk',
    detected: true,
    body: {
      satisfaction_ratings: [
        {
          id: 1,
          assignee_id: 135,
          created_at: '2011-07-20T22:55:29Z',
          group_id: 44,
          score: 'good',
        },
        { id: 2, score: 'bad_with_comment' },
        { id: 3, score: 'offered' },
      ],
      count: 3,
      next_page: null,
    },
    rows: [
      { id: 1, assignee_id: 135, created_at: '2011-07-20T22:55:29Z', group_id: 44, score: 'good' },
      { id: 2, score: 'bad' },
      { id: 3, score: null },
    ],
  },
  'zendesk survey responses': {
    source: 'zendesk',
    detected: true,
    body: {
      survey_responses: [
        {
          id: 's',
          answers: [
            {
              type: 'rating_scale',
              rating: 5,
              rating_category: 'good',
              created_at: '2026-06-03T09:12:00Z',
            },
            { type: 'open_ended', value: 'Thanks' },
          ],
        },
      ],
    },
    rows: [
      {
        id: 's',
        answers: [
          {
            type: 'rating_scale',
            rating: 5,
            rating_category: 'good',
            created_at: '2026-06-03T09:12:00Z',
          },
          { type: 'open_ended', value: 'Thanks' },
        ],
        score: 5,
        category: 'good',
        created_at: '2026-06-03T09:12:00Z',
      },
    ],
  },
  'freshdesk ratings': {
    source: 'freshdesk',
    detected: true,
    body: [103, 100, -101, -103, 7].map((code) => ({
      id: 9001,
      survey_id: 42,
      ratings: { default_question: code },
    })),
    rows: [
      [103, 7],
      [100, 4],
      [-101, 3],
      [-103, 1],
      [7, 7],
    ].map(([code, score]) => ({
      id: 9001,
      survey_id: 42,
      ratings: { default_question: code },
      score,
    })),
  },
};
