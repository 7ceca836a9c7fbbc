/** Text that holds the place of one that is still to come: as long, breaking at the same words. */
export const blank = (text: string): string => text.replace(/\S/g, '_');
