/**
 * The standings of every server. A record for each member in the store, and of
 * the servers whose leaderboards are opened the same in memory. Why it is built
 * like this: docs/standings.md.
 */

import type { PlayerId, ScoreEntry } from '../domain/game/game.ts';
import {
  type Asked,
  addEntry,
  type Leaderboard,
  leaderboard,
  monthOf,
  type Standing,
  type Tallies,
  weekOf,
} from '../domain/standings.ts';
import type { Instant } from '../domain/time.ts';
import { type GroupedStore, UnreadableRecord } from '../ports.ts';

export interface Standings {
  /**
   * Adds what an effect of a game gives to each member; adding it again changes nothing.
   * A member whose record cannot be read is passed over.
   * @throws when something could not be stored; then it is to be recorded again.
   */
  record(guildId: string, scored: Scored): Promise<void>;
  /** The first call for a server reads all of its members, unless they are held already. @throws when they could not be read. */
  leaderboard(guildId: string, asked: Asked): Promise<Leaderboard>;
  /** Reads servers one after another, as long as there is room, so that nobody has to wait for it. @throws as `leaderboard`. */
  warm(guildIds: Iterable<string>): Promise<void>;
  /** Warms no further. */
  close(): void;
}

/** An effect of a game that gives points. The effects of one game come in the order of their numbers. */
export interface Scored {
  readonly game: string;
  readonly effect: number;
  readonly entries: readonly ScoreEntry[];
  readonly at: Instant;
  /** The server's, an IANA name. */
  readonly zone: string;
}

export interface Recording {
  readonly store: GroupedStore<Standing>;
  /** How many members are held in memory at most, all servers together, but always the server opened last. */
  readonly held?: number;
}

/** Some 130 MB. */
const MEMBERS_HELD = 200_000;

/** What is known of a server's members without the store. */
interface Board {
  readonly members: Map<PlayerId, Tallies>;
  readonly loaded: Promise<void>;
}

export function openStandings({ store, held = MEMBERS_HELD }: Recording): Standings {
  /** By server, the one opened last at the end. */
  const boards = new Map<string, Board>();
  let closed = false;

  async function recordOne(guildId: string, entry: ScoreEntry, { game, effect, at, zone }: Scored): Promise<void> {
    const scoring = { game, effect, week: weekOf(at, zone), month: monthOf(at, zone) };
    try {
      const kept = await store.update(`${guildId}:${entry.player}`, (current) => {
        const next = addEntry(current, entry, scoring);
        return [next, next];
      });
      // From here on the store has it: a board that is opened later reads it there.
      boards.get(guildId)?.members.set(entry.player, shown(kept));
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error;
    }
  }

  function open(guildId: string): Board {
    const board = boards.get(guildId) ?? load(guildId);
    boards.delete(guildId);
    boards.set(guildId, board);
    return board;
  }

  function load(guildId: string): Board {
    const members: Board['members'] = new Map();
    return { members, loaded: read(guildId, members) };
  }

  async function read(guildId: string, members: Board['members']): Promise<void> {
    try {
      for await (const [key, standing] of store.entriesUnder(guildId)) {
        if (closed) return;
        const player = key.slice(guildId.length + 1);
        // What was recorded since is newer than what was read.
        if (!members.has(player)) members.set(player, shown(standing));
      }
    } catch (error) {
      if (boards.get(guildId)?.members === members) boards.delete(guildId); // The next call tries afresh.
      throw error;
    }
  }

  function membersHeld(): number {
    return [...boards.values()].reduce((sum, { members }) => sum + members.size, 0);
  }

  /** Lets go of those opened longest ago, but never of the last. */
  function makeRoom(): void {
    let tooMany = membersHeld() - held;
    for (const [guildId, { members }] of [...boards].slice(0, -1)) {
      if (tooMany <= 0) return;
      boards.delete(guildId);
      tooMany -= members.size;
    }
  }

  return {
    async record(guildId, scored) {
      await Promise.all(scored.entries.map((entry) => recordOne(guildId, entry, scored)));
    },
    async leaderboard(guildId, asked) {
      const { members, loaded } = open(guildId);
      await loaded;
      makeRoom();
      return leaderboard(members, asked);
    },
    async warm(guildIds) {
      for (const guildId of guildIds) {
        if (closed || membersHeld() >= held) return;
        await open(guildId).loaded;
      }
      makeRoom();
    },
    close() {
      closed = true;
    },
  };
}

function shown({ all, topics, weeks, months }: Standing): Tallies {
  return { all, topics, weeks, months };
}
