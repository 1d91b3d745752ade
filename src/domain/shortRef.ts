/**
 * A name of seven letters and digits for something whose own name is too long
 * for a button: Discord allows a custom id 100 characters. Among ten thousand
 * things the odds that two share a name are 1 in 1,500; a test refuses it for
 * the questions of the library.
 */
export function shortRef(id: string): string {
  // 53 bits, all that a number holds exactly: more would lose the lowest, and with them most of the names.
  const bits = (hash32(id) >>> 11) * 2 ** 32 + hash32(`/${id}`);
  return (bits % 36 ** 7).toString(36).padStart(7, '0');
}

/** 32-bit FNV-1a over UTF-16 units (Fowler, Noll, Vo; draft-eastlake-fnv), finished as in MurmurHash3. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
