/** Excel reads UTF-8 only where a byte order mark says so. */
const mark = '\uFEFF';

/** A name for a file: the words of the heading, in any script. */
export const fileName = (heading: string, extension: string): string =>
  `${
    heading
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join('-')
      .slice(0, 60) ?? 'metrik'
  }.${extension}`;

/** Hands a file to the browser's downloads. */
export function save(content: Blob | string, name: string): void {
  const type = name.endsWith('.csv') ? 'text/csv;charset=utf-8' : 'image/svg+xml';
  const blob =
    content instanceof Blob
      ? content
      : new Blob([name.endsWith('.csv') ? mark : '', content], { type });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the file only after this task.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
