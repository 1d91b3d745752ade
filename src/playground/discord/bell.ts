/** Wakes those who wait for something to become true. */
export interface Bell {
  ring(): void;
  /** Resolves with what `read` returns as soon as that is not `undefined`: at once, or after a ring. */
  until<T>(read: () => T | undefined): Promise<T>;
}

export function openBell(): Bell {
  const waiting = new Set<() => void>();
  return {
    ring() {
      for (const look of waiting) look();
    },
    until<T>(read: () => T | undefined) {
      const present = read();
      if (present !== undefined) return Promise.resolve(present);
      return new Promise<T>((resolve) => {
        const look = () => {
          const found = read();
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
      });
    },
  };
}
