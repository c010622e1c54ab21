/**
 * The glyph of each code point in a TrueType font that has one of its own: OpenType `cmap` table, formats 4 and 12.
 *
 * @throws {Error} when the font has neither
 */
export function glyphIndexes(font: Buffer): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const cmap = tableAt(font, "cmap");
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, i) => cmap + font.readUInt32BE(cmap + 8 + 8 * i),
  );
  const whole = subtables.find((at) => font.readUInt16BE(at) === 12);
  const basic = subtables.find((at) => font.readUInt16BE(at) === 4);
  if (whole !== undefined) addGroups(font, whole, glyphs);
  else if (basic !== undefined) addSegments(font, basic, glyphs);
  else throw new Error("no Unicode cmap in the font");
  return glyphs;
}

function tableAt(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + 16 * i;
    if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`no table ${tag} in the font`);
}

function addGroups(font: Buffer, at: number, glyphs: Map<number, number>): void {
  for (let i = 0; i < font.readUInt32BE(at + 12); i++) {
    const group = at + 16 + 12 * i;
    const start = font.readUInt32BE(group);
    const glyph = font.readUInt32BE(group + 8);
    for (let code = start; code <= font.readUInt32BE(group + 4); code++)
      if (glyph + code - start > 0) glyphs.set(code, glyph + code - start);
  }
}

function addSegments(font: Buffer, at: number, glyphs: Map<number, number>): void {
  const segments = font.readUInt16BE(at + 6) / 2;
  const [ends, starts] = [at + 14, at + 16 + 2 * segments];
  const [deltas, offsets] = [starts + 2 * segments, starts + 4 * segments];
  for (let i = 0; i < segments; i++) {
    const [start, end] = [font.readUInt16BE(starts + 2 * i), font.readUInt16BE(ends + 2 * i)];
    const [delta, offset] = [font.readUInt16BE(deltas + 2 * i), font.readUInt16BE(offsets + 2 * i)];
    for (let code = start; code <= end && code < 0xffff; code++) {
      const found = offset === 0 ? code : font.readUInt16BE(offsets + 2 * i + offset + 2 * (code - start));
      const glyph = offset !== 0 && found === 0 ? 0 : (found + delta) & 0xffff;
      if (glyph > 0) glyphs.set(code, glyph);
    }
  }
}
