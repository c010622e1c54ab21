/** A binary heap: the cheapest first. */
export class Heap<T extends { readonly cost: number }> {
  readonly #items: T[] = [];

  add(item: T): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    for (let up = (at - 1) >> 1; at > 0 && this.#cost(up) > item.cost; up = (at - 1) >> 1) {
      items[at] = items[up] ?? item;
      at = up;
    }
    items[at] = item;
  }

  take(): T | undefined {
    const items = this.#items;
    const [top] = items;
    const last = items.pop();
    if (last === undefined || items.length === 0) return top;
    let at = 0;
    for (let down = 1; down < items.length; down = 2 * at + 1) {
      if (this.#cost(down + 1) < this.#cost(down)) down++;
      if (this.#cost(down) >= last.cost) break;
      items[at] = items[down] ?? last;
      at = down;
    }
    items[at] = last;
    return top;
  }

  #cost(at: number): number {
    return this.#items[at]?.cost ?? Infinity;
  }
}
