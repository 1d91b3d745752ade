import type { RouteLimit } from './rateLimits.ts';
import type { Upload } from './uploads.ts';

/** A request, read and matched. */
export interface Asked {
  /** The variable parts of the path, by name. @throws when the pattern has no such part. */
  readonly part: (name: string) => string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly Upload[];
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Such as `/channels/:channel/messages`. */
  readonly pattern: string;
  /** Needs no bot token: the path has one. Such routes are outside the global limit too. */
  readonly byInteractionToken?: boolean;
  readonly limit?: RouteLimit;
  /** The part that names the resource the limit is kept for. */
  readonly limitedBy?: string;
  /** @throws ApiError when Discord would refuse. */
  readonly handle: (asked: Asked) => Answer;
}

export interface Matched {
  readonly route: Route;
  readonly part: (name: string) => string;
}

export interface RouteTable {
  /** `wrong-method` when the path exists for other methods only. */
  match(method: string, path: string): Matched | 'wrong-method' | undefined;
}

export function routeTable(routes: readonly Route[]): RouteTable {
  const bySize = new Map<number, { readonly route: Route; readonly segments: readonly string[] }[]>();
  for (const route of routes) {
    const segments = route.pattern.split('/');
    const shelf = bySize.get(segments.length) ?? [];
    shelf.push({ route, segments });
    bySize.set(segments.length, shelf);
  }
  return {
    match(method, path) {
      const given = path.split('/');
      const fits = (bySize.get(given.length) ?? []).filter(({ segments }) =>
        segments.every((segment, index) => segment.startsWith(':') || segment === given[index]),
      );
      const found = fits.find(({ route }) => route.method === method);
      if (!found) return fits.length > 0 ? 'wrong-method' : undefined;
      return {
        route: found.route,
        part(name) {
          const value = given[found.segments.indexOf(`:${name}`)];
          if (value === undefined) throw new Error(`${found.route.pattern} has no part called ${name}.`);
          return decodeURIComponent(value);
        },
      };
    },
  };
}
