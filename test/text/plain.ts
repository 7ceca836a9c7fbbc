/** Intl separates with different blanks from one ICU to the next; to compare, they are all one. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

/** What must never reach a reader. */
export const slip = /NaN|Infinity|undefined|null|\[object|(^|[^\d.,])[-−]0(?![.,:\d])/;
