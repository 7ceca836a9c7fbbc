const remarks = ['analysis', 'action', 'owner', 'due', 'group'] as const;
type Remark = (typeof remarks)[number];

/** What people write beside the figures of a row, field by field. */
export const remarksOf = <T>(read: (field: Remark) => T): Record<Remark, T> =>
  Object.fromEntries(remarks.map((field) => [field, read(field)])) as Record<Remark, T>;
