/**
 * PNG with a palette (PNG specification, third edition, 11.2.2 and 11.3.2): a chart has few colours, and a byte instead of
 * four for each dot makes the file less than half as large.
 */
import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const MOST_COLOURS = 256;
/** Slots for colours that have been met; a power of two, sparse enough that two seldom want the same. */
const SLOTS = 1 << 16;

/**
 * Writes dots as PNG. Where there are more than 256 colours, those that differ by less than a reader sees become one.
 *
 * @param rgba four bytes a dot, in rows; dots are taken as opaque
 */
export function palettePng(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const dots = new Int32Array(rgba.buffer.slice(rgba.byteOffset, rgba.byteOffset + 4 * width * height));
  for (const kept of [8, 6, 5, 4, 3]) {
    const found = indexed(dots, width, height, kept);
    if (found !== undefined) return png(found, width, height);
  }
  throw new RangeError(`invalid rgba; more than 256 colours of three bits a channel: ${width} x ${height}`);
}

interface Indexed {
  readonly colours: readonly number[];
  /** Each row after a byte 0: no filter. */
  readonly rows: Uint8Array;
}

/** Dots as positions in a palette, telling colours apart by the first `kept` bits of each channel. */
function indexed(dots: Int32Array, width: number, height: number, kept: number): Indexed | undefined {
  const channel = (0xff << (8 - kept)) & 0xff;
  const mask = channel | (channel << 8) | (channel << 16);
  const keys = new Int32Array(SLOTS).fill(-1);
  const places = new Uint16Array(SLOTS);
  const colours: number[] = [];
  const rows = new Uint8Array((width + 1) * height);
  let last = ~(dots[0] ?? 0);
  let place = 0;
  // The filter's byte stands before each row.
  let at = 1;
  let end = width;
  for (let i = 0; i < dots.length; i++) {
    if (i === end) {
      end += width;
      at++;
    }
    const dot = dots[i] ?? 0;
    if (dot !== last) {
      last = dot;
      const key = dot & mask;
      let slot = (Math.imul(key, 0x9e3779b1) >>> 16) & (SLOTS - 1);
      while (keys[slot] !== key && keys[slot] !== -1) slot = (slot + 1) & (SLOTS - 1);
      if (keys[slot] === -1) {
        if (colours.length === MOST_COLOURS) return undefined;
        keys[slot] = key;
        places[slot] = colours.length;
        colours.push(dot);
      }
      place = places[slot] ?? 0;
    }
    rows[at++] = place;
  }
  return { colours, rows };
}

function png({ colours, rows }: Indexed, width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a dot, a palette, and the one way to compress and to filter; not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from(colours.flatMap((dot) => [dot & 0xff, (dot >> 8) & 0xff, (dot >> 16) & 0xff]));
  return new Uint8Array(
    Buffer.concat([
      SIGNATURE,
      chunk("IHDR", header),
      chunk("PLTE", palette),
      chunk("IDAT", deflateSync(rows)),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
