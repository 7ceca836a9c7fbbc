/** Reads and writes the PNG files of pictures: 8 bits a channel, no interlace, alpha dropped. */
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
/** Bytes a pixel by PNG's colour type: RGB, palette, RGBA. */
const CHANNELS = { 2: 3, 3: 1, 6: 4 };

/** Channels this far apart are the same colour: the kept pictures have few, and edges are soft. */
const TOLERANCE = 24;

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

function checksum(bytes) {
  let sum = -1;
  for (const byte of bytes) sum = CRC[(sum ^ byte) & 255] ^ (sum >>> 8);
  return ~sum >>> 0;
}

function chunk(type, body) {
  const bytes = Buffer.alloc(body.length + 12);
  bytes.writeUInt32BE(body.length);
  bytes.write(type, 4, 'latin1');
  body.copy(bytes, 8);
  bytes.writeUInt32BE(checksum(bytes.subarray(4, -4)), body.length + 8);
  return bytes;
}

/** Undoes the five filters of a PNG row, in place; `size` is the bytes of a pixel. */
function unfilter(filter, row, above, size) {
  for (let i = 0; i < row.length; i += 1) {
    const left = i < size ? 0 : row[i - size];
    const up = above ? above[i] : 0;
    const corner = above && i >= size ? above[i - size] : 0;
    if (filter === 1) row[i] += left;
    else if (filter === 2) row[i] += up;
    else if (filter === 3) row[i] += (left + up) >> 1;
    else if (filter === 4) {
      const a = Math.abs(up - corner);
      const b = Math.abs(left - corner);
      const c = Math.abs(left + up - 2 * corner);
      row[i] += a <= b && a <= c ? left : b <= c ? up : corner;
    }
  }
}

/** The width, height and RGB bytes of a PNG file. */
export function decodePng(file) {
  if (!SIGNATURE.equals(file.subarray(0, 8))) throw new Error('not a PNG file');
  const parts = {};
  for (let at = 8; at < file.length;) {
    const end = at + 8 + file.readUInt32BE(at);
    (parts[file.toString('latin1', at + 4, at + 8)] ??= []).push(file.subarray(at + 8, end));
    at = end + 4;
  }
  const [head] = parts.IHDR;
  const width = head.readUInt32BE(0);
  const height = head.readUInt32BE(4);
  const size = CHANNELS[head[9]];
  if (head[8] !== 8 || !size || head[12]) throw new Error(`PNG of a kind not read: ${head[9]}`);
  const rows = inflateSync(Buffer.concat(parts.IDAT));
  const palette = parts.PLTE?.[0];
  const pixels = new Uint8Array(width * height * 3);
  const step = width * size;
  let above;
  for (let y = 0, to = 0; y < height; y += 1) {
    const from = y * (step + 1);
    const row = rows.subarray(from + 1, from + 1 + step);
    if (rows[from]) unfilter(rows[from], row, above, size);
    above = row;
    for (let i = 0; i < step; i += size, to += 3) {
      const source = size === 1 ? palette : row;
      const at = size === 1 ? row[i] * 3 : i;
      pixels[to] = source[at];
      pixels[to + 1] = source[at + 1];
      pixels[to + 2] = source[at + 2];
    }
  }
  return { width, height, pixels };
}

const colourAt = (pixels, i) => (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];

/** At most 256 colours, the commonest among them, and for every colour the place of the nearest; undefined where these are too few. */
function paletteOf(pixels) {
  const counts = new Map();
  let run = 0;
  for (let i = 0; i < pixels.length; i += 3) {
    run += 1;
    const next = colourAt(pixels, i + 3);
    const colour = colourAt(pixels, i);
    if (colour === next) continue;
    counts.set(colour, (counts.get(colour) ?? 0) + run);
    run = 0;
  }
  const all = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  // The fewer are taken for being common, the nearer are the rare ones to a colour that is kept.
  for (const common of [128, 48, 8]) {
    const colours = all.slice(0, common);
    for (const apart of [16, 8, 0]) {
      for (const colour of all) {
        if (colours.length >= 256) break;
        if (!colours.some((other) => distance(colour, other) <= apart)) colours.push(colour);
      }
    }
    const places = new Map();
    let furthest = 0;
    for (const colour of all) {
      let best = 0;
      for (let i = 1; i < colours.length; i += 1) {
        if (distance(colour, colours[i]) < distance(colour, colours[best])) best = i;
      }
      places.set(colour, best);
      furthest = Math.max(furthest, distance(colour, colours[best]));
    }
    if (furthest <= TOLERANCE - 8) return { colours, places };
  }
  return undefined;
}

/** The furthest apart that two colours are in one channel. */
function distance(a, b) {
  return Math.max(
    Math.abs((a >> 16) - (b >> 16)),
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
    Math.abs((a & 255) - (b & 255)),
  );
}

/** A PNG file: small, of at most 256 colours near to the true ones, where these are enough. */
export function encodePng({ width, height, pixels }) {
  const few = paletteOf(pixels);
  const step = few ? width : width * 3;
  const rows = Buffer.alloc(height * (step + 1));
  for (let y = 0, from = 0, colour, place; y < height; y += 1) {
    const row = y * (step + 1) + 1;
    if (!few) {
      rows.set(pixels.subarray(y * step, (y + 1) * step), row);
      continue;
    }
    for (let x = 0; x < width; x += 1, from += 3) {
      const next = colourAt(pixels, from);
      if (next !== colour) place = few.places.get((colour = next));
      rows[row + x] = place;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, few ? 3 : 2], 8);
  const palette = few?.colours.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    ...(palette ? [chunk('PLTE', Buffer.from(palette))] : []),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * Where two images differ: the share of the pixels and the box around them; null where they do
 * not. Of another size all is different, and `share` is null.
 */
export function compare(before, now) {
  const { width, height } = now;
  if (before.width !== width || before.height !== height)
    return { share: null, left: 0, top: 0, right: width, bottom: height };
  const box = { left: width, top: height, right: 0, bottom: 0 };
  const one = before.pixels;
  const other = now.pixels;
  let count = 0;
  let pixel = -1;
  for (let i = 0; i < one.length; i += 1) {
    if (one[i] === other[i] || Math.abs(one[i] - other[i]) <= TOLERANCE) continue;
    const at = Math.floor(i / 3);
    if (at === pixel) continue;
    pixel = at;
    count += 1;
    const x = at % width;
    const y = Math.floor(at / width);
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x + 1);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y + 1);
  }
  return count ? { share: count / (width * height), ...box } : null;
}
