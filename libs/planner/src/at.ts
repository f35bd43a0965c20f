/** What must be there: the item at an index, the value of a key. */

/** Throws `RangeError` when there is none: an index that was made for another list. */
export function at<Item>(items: readonly (Item | undefined)[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`There is no item ${index} among ${items.length}.`);
  return item;
}

/** Throws `RangeError` when the key has no value. */
export function valueAt<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`Nothing is known of ${String(key)}.`);
  return value;
}
