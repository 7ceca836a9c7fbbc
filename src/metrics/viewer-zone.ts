/** The viewer's zone, for rows and periods that name none. */
export const viewerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
