/**
 * For what is looked at again and again while most of it stays as it was, as a class in the live view: what was read of each
 * is kept beside the sign that it had before, and read again when it has another one.
 * @param read gives what there is now of each id
 * @param most how many are kept; those that were read first make room
 * @returns gives, for ids with signs that change whenever what would be read does, what was read of each
 */
export function keptBySign<Value>(
  read: (ids: string[]) => Promise<Map<string, Value>>,
  most = 3000,
): (signs: Map<string, string | number>) => Promise<Map<string, Value>> {
  const kept = new Map<string, { sign: string | number; value: Value }>();
  return async (signs) => {
    const found = new Map<string, Value>();
    const changed: string[] = [];
    for (const [id, sign] of signs) {
      const known = kept.get(id);
      if (known?.sign === sign) found.set(id, known.value);
      else changed.push(id);
    }
    if (changed.length === 0) return found;
    for (const [id, value] of await read(changed)) {
      found.set(id, value);
      kept.delete(id);
      kept.set(id, { sign: signs.get(id) as string | number, value });
    }
    for (const id of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(id);
    }
    return found;
  };
}
