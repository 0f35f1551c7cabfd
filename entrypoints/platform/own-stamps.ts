import { type Clock, type Stamp, seen, ticked } from '../../glossary/sync/stamp.ts';
import type { OwnStamp } from './database.ts';
import type { OwnTransaction } from './own-store.ts';

/** When each of the own terms was written or deleted, within one transaction. */
export class OwnStamps {
  readonly #transaction: OwnTransaction;

  constructor(transaction: OwnTransaction) {
    this.#transaction = transaction;
  }

  /** Every stamp by the id of its term, also of terms that are gone. */
  async all(): Promise<ReadonlyMap<string, OwnStamp>> {
    const store = this.#transaction.objectStore('stamps');
    const [ids, stamps] = await Promise.all([store.getAllKeys(), store.getAll()]);
    return new Map(stamps.map((stamp, at) => [ids[at] ?? '', stamp]));
  }

  /** Terms that are written and deleted now: after everything that this machine has seen. */
  async write(put: readonly string[], gone: readonly string[], now: number): Promise<void> {
    if (put.length + gone.length === 0) return;
    const clock = ticked(await this.#clock(), now);
    await this.#transaction.objectStore('clocks').put(clock, 'own');
    const stamp = clock.last;
    await this.#put(gone, () => ({ stamp, gone: true }));
    await this.#put(put, () => ({ stamp, gone: false }));
  }

  /** Stamps that another machine gave. */
  async take(stamps: ReadonlyMap<string, OwnStamp>): Promise<void> {
    const clock = seen(await this.#clock(), stampsOf(stamps.values()));
    await this.#transaction.objectStore('clocks').put(clock, 'own');
    await this.#put([...stamps.keys()], (id) => stamps.get(id));
  }

  /** Forgets the stamps of terms that are long gone. */
  async forget(ids: readonly string[]): Promise<void> {
    const store = this.#transaction.objectStore('stamps');
    await Promise.all(ids.map((id) => store.delete(id)));
  }

  async #put(ids: readonly string[], stampOf: (id: string) => OwnStamp | undefined): Promise<void> {
    const store = this.#transaction.objectStore('stamps');
    const requests = ids.map((id) => {
      const stamp = stampOf(id);
      return stamp && store.put(stamp, id);
    });
    await Promise.all(requests);
  }

  async #clock(): Promise<Clock> {
    return (await this.#transaction.objectStore('clocks').get('own')) ?? { machine: newMachine(), last: '' };
  }
}

function stampsOf(stamps: Iterable<OwnStamp>): Stamp[] {
  return Array.from(stamps, ({ stamp }) => stamp);
}

/** Five of 36 letters: sixty million machines. */
function newMachine(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(5));
  return Array.from(numbers, (number) => (number % 36).toString(36)).join('');
}
