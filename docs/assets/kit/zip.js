/**
 * ZIP archives, as XLSX and DOCX files are: read with limits, and written with some of their files changed.
 *
 * Compression is the browser's own (`CompressionStream`, in every browser since 2023). Times are fixed, so that
 * the same content makes the same bytes.
 */

/** Most bytes that the files of one archive may unpack to, together. */
export const UNPACKED = 32 * 1024 * 1024;
/** Most files in one archive. */
const FILES = 2000;
const DAY = 0x21; // 1 January 1980, the first that the format knows

/** What is wrong with an archive: "zip" (broken or not one), "size" (unpacks to too much), "unsupported". */
export class ZipError extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 of some bytes. */
export function crc32(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ table[(value ^ byte) & 0xff];
  return (value ^ 0xffffffff) >>> 0;
}

/** Bytes through a (de)compressing stream; throws `ZipError("size")` past `limit`. */
async function through(kind, bytes, limit) {
  if (typeof globalThis[kind] !== "function") throw new ZipError("unsupported");
  const reader = new Blob([bytes]).stream().pipeThrough(new globalThis[kind]("deflate-raw")).getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => { throw new ZipError("zip"); });
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel().catch(() => {});
      throw new ZipError("size");
    }
    parts.push(value);
  }
  return joined(parts, size);
}

function joined(parts, size) {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * The files of an archive, still packed, by name.
 * @param {Uint8Array} bytes
 * @returns {Map<string, {method: number, crc: number, size: number, packed: Uint8Array}>}
 * @throws {ZipError}
 */
export function entries(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65558 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0 || end <= bytes.length - 65558) throw new ZipError("zip");
  const found = new Map();
  try {
    const count = view.getUint16(end + 10, true);
    let at = view.getUint32(end + 16, true);
    if (count > FILES) throw new ZipError("size");
    for (let index = 0; index < count; index += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) throw new ZipError("zip");
      const flags = view.getUint16(at + 8, true);
      const length = view.getUint32(at + 20, true);
      const [name, extra, note] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
      const local = view.getUint32(at + 42, true);
      if (flags & 1 || length === 0xffffffff || view.getUint32(local, true) !== 0x04034b50) throw new ZipError("zip");
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      if (start + length > bytes.length) throw new ZipError("zip");
      found.set(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), {
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        size: view.getUint32(at + 24, true),
        packed: bytes.subarray(start, start + length),
      });
      at += 46 + name + extra + note;
    }
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError("zip");
  }
  return found;
}

/** Reads text files of an archive; everything read through one reader shares one limit. */
export class Reader {
  #files;
  #left;

  /** @param {Uint8Array} bytes @param {number} limit bytes that all files read may unpack to */
  constructor(bytes, limit = UNPACKED) {
    this.#files = entries(bytes);
    this.#left = limit;
  }

  /** @returns {boolean} */
  has(name) { return this.#files.has(name); }

  /** The text of a file. @returns {Promise<string>} @throws {ZipError} */
  async text(name) {
    const file = this.#files.get(name);
    if (!file || (file.method !== 0 && file.method !== 8)) throw new ZipError("zip");
    const bytes = file.method ? await through("DecompressionStream", file.packed, this.#left) : file.packed;
    if (bytes.length > this.#left) throw new ZipError("size");
    if (crc32(bytes) !== file.crc) throw new ZipError("zip");
    this.#left -= bytes.length;
    return new TextDecoder().decode(bytes);
  }
}

/**
 * An archive with some of its files changed; the others stay packed as they are.
 * @param {Uint8Array} bytes
 * @param {Map<string, string>} changed new texts by name
 * @returns {Promise<Uint8Array>}
 */
export async function replaced(bytes, changed) {
  const parts = [];
  const index = [];
  let at = 0;
  for (const [name, old] of entries(bytes)) {
    let file = old;
    if (changed.has(name)) {
      const text = new TextEncoder().encode(changed.get(name));
      const packed = await through("CompressionStream", text, UNPACKED);
      file = { method: 8, crc: crc32(text), size: text.length, packed };
    }
    const label = new TextEncoder().encode(name);
    const head = header(0x04034b50, file, label, 30);
    index.push(central(file, label, at));
    parts.push(head, file.packed);
    at += head.length + file.packed.length;
  }
  const size = index.reduce((sum, part) => sum + part.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, index.length, true);
  end.setUint16(10, index.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, at, true);
  return joined([...parts, ...index, new Uint8Array(end.buffer)], at + size + 22);
}

/** The part that a local header and an entry of the central directory share, from the version needed on. */
function common(view, at, file, label) {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x800, true); // names in UTF-8
  view.setUint16(at + 4, file.method, true);
  view.setUint16(at + 8, DAY, true);
  view.setUint32(at + 10, file.crc, true);
  view.setUint32(at + 14, file.packed.length, true);
  view.setUint32(at + 18, file.size, true);
  view.setUint16(at + 22, label.length, true);
}

function header(sign, file, label, size) {
  const bytes = new Uint8Array(size + label.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, sign, true);
  common(view, 4, file, label);
  bytes.set(label, size);
  return bytes;
}

function central(file, label, at) {
  const bytes = new Uint8Array(46 + label.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  common(view, 6, file, label);
  view.setUint32(42, at, true);
  bytes.set(label, 46);
  return bytes;
}
