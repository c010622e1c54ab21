/** A map whose values are made when they are first asked for, and then kept. */
export class LazyMap<K, V> implements ReadonlyMap<K, V> {
  readonly #made = new Map<K, V>();
  readonly #keys: ReadonlySet<K>;
  readonly #make: (key: K) => V;

  constructor(keys: Iterable<K>, make: (key: K) => V) {
    this.#keys = new Set(keys);
    this.#make = make;
  }

  get size(): number {
    return this.#keys.size;
  }

  has(key: K): boolean {
    return this.#keys.has(key);
  }

  get(key: K): V | undefined {
    if (!this.#keys.has(key)) return undefined;
    const made = this.#made.get(key);
    if (made !== undefined) return made;
    const value = this.#make(key);
    this.#made.set(key, value);
    return value;
  }

  keys(): MapIterator<K> {
    return this.#keys.keys();
  }

  *values(): MapIterator<V> {
    for (const [, value] of this) yield value;
  }

  *entries(): MapIterator<[K, V]> {
    for (const key of this.#keys) {
      const value = this.get(key);
      if (value !== undefined) yield [key, value];
    }
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }
}
