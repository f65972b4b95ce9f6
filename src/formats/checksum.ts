/** CRC-32 as in zip and PNG (ISO 3309): it tells every change of up to 32 bits on end, and so of any character of a link. */
export function checksum(bytes: Uint8Array): Uint8Array {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  rest = ~rest;
  return Uint8Array.of(rest >>> 24, rest >>> 16, rest >>> 8, rest);
}
