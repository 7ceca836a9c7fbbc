import { instantOf, wallToMs } from '../metrics/time';

/** Between instants and the wall clock of a zone, both in ms. */
export interface Clock {
  toWall(time: number): number;
  fromWall(wall: number): number;
}

const offset = (time: number): number => new Date(time).getTimezoneOffset() * 60_000 || 0;

/** The clock on the viewer's own wall, which a Date knows without loading any zone. */
const viewers: Clock = {
  toWall: (time) => time - offset(time),
  // Twice, since the first guess may be on the other side of a change.
  fromWall: (wall) => wall + offset(wall + offset(wall)),
};

/** The clock of a zone; without one, the viewer's. */
export const clockOf = (zone: string | undefined): Clock =>
  zone
    ? { toWall: (time) => instantOf(time, zone).wall, fromWall: (wall) => wallToMs(wall, zone) }
    : viewers;
