/**
 * Which positions along which axes must live or die together: a union-find over positions.
 *
 * A value's axis is either *inert* (`null`: nothing there can be pruned) or *live*: an array with one element id per
 * position. Ids tied to each other form a class; a class with a freeze is never pruned.
 */

/** Element ids, one per position along an axis. */
export type AxisIds = Int32Array;

/** Why a class may not be pruned, and the operator that said so. */
export interface Freeze {
  readonly reason: string;
  readonly operator: string;
  readonly node: string;
}

export class AxisClasses {
  #parent = new Int32Array(1024);
  #size = 0;
  readonly #freezes = new Map<number, Freeze>();
  /** Roots of classes that hold copies of a single position and nothing else. */
  readonly #copies = new Set<number>();

  /** Number of element ids made so far. */
  get size(): number {
    return this.#size;
  }

  /** Fresh, untied ids for an axis of `length` positions. */
  create(length: number): AxisIds {
    if (this.#size + length > this.#parent.length) {
      const grown = new Int32Array(Math.max(this.#parent.length * 2, this.#size + length));
      grown.set(this.#parent);
      this.#parent = grown;
    }
    const ids = new Int32Array(length);
    for (let i = 0; i < length; i++) {
      ids[i] = this.#size;
      this.#parent[this.#size] = this.#size;
      this.#size++;
    }
    return ids;
  }

  /** Fresh ids for positions that all hold the same: any of them can go, with whatever they meet. */
  createCopies(length: number): AxisIds {
    const ids = this.create(length);
    for (const id of ids) this.#copies.add(id);
    return ids;
  }

  /** Whether nothing but copies of a single position hang on these ids. */
  areCopies(ids: AxisIds): boolean {
    return ids.every((id) => this.#copies.has(this.find(id)));
  }

  /** The class of an element, as the smallest-rooted representative. */
  find(id: number): number {
    const parent = this.#parent;
    let root = id;
    while (parent[root] !== root) root = parent[root] as number;
    while (parent[id] !== root) {
      const next = parent[id] as number;
      parent[id] = root;
      id = next;
    }
    return root;
  }

  /** Ties two elements. The smaller root wins, so that classes do not depend on the order of ties. */
  union(a: number, b: number): void {
    const rootA = this.find(a);
    const rootB = this.find(b);
    if (rootA === rootB) return;
    const [root, child] = rootA < rootB ? [rootA, rootB] : [rootB, rootA];
    this.#parent[child] = root;
    if (!this.#copies.has(child)) this.#copies.delete(root);
    this.#copies.delete(child);
    const inherited = this.#freezes.get(child);
    if (inherited !== undefined) {
      this.#freezes.delete(child);
      if (!this.#freezes.has(root)) this.#freezes.set(root, inherited);
    }
  }

  /** Ties two axes position by position; they must have the same length. */
  tie(a: AxisIds, b: AxisIds): void {
    if (a.length !== b.length) throw new RangeError(`cannot tie an axis of ${a.length} to one of ${b.length}`);
    for (let i = 0; i < a.length; i++) this.union(a[i] as number, b[i] as number);
  }

  freeze(ids: AxisIds, why: Freeze): void {
    for (const id of ids) {
      const root = this.find(id);
      if (!this.#freezes.has(root)) this.#freezes.set(root, why);
    }
  }

  freezeOf(id: number): Freeze | undefined {
    return this.#freezes.get(this.find(id));
  }
}
