import type { Post, Store } from '../../src/ports.ts';

/** One life of the process. */
export interface Life {
  /** How many moments at which it might have died it has lived through. */
  moments(): number;
  /** That store, as this life reaches it. */
  store<T>(store: Store<T>): Store<T>;
  /** That way out, as this life reaches it. */
  post(post: Post): Post;
  /** Resolves when the work is done, or when the process dies before. */
  live<T>(work: () => Promise<T>): Promise<T | 'died'>;
}

/**
 * A life that ends at a moment counted from 1: just before or just after one of its
 * calls to the outside does its effect. What was under way then never goes on.
 */
export function aLife(diesAt = Number.POSITIVE_INFINITY): Life {
  let moments = 0;
  let die: () => void = () => undefined;
  const death = new Promise<'died'>((resolve) => {
    die = () => resolve('died');
  });

  async function moment(): Promise<void> {
    moments++;
    if (moments < diesAt) return;
    die();
    await new Promise<never>(() => undefined);
  }

  async function call<R>(effect: () => Promise<R>): Promise<R> {
    await moment();
    try {
      return await effect();
    } finally {
      await moment();
    }
  }

  return {
    moments: () => moments,
    store: (store) => ({
      get: (key) => call(() => store.get(key)),
      update: (key, change) => call(() => store.update(key, change)),
      entries: () => store.entries(),
    }),
    post: (post) => ({
      send: (...sending) => call(() => post.send(...sending)),
      find: (...search) => call(() => post.find(...search)),
    }),
    live: (work) => Promise.race([death, work()]),
  };
}
