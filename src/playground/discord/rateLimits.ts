import { createHash } from 'node:crypto';
import { ApiError } from './apiError.ts';

/** So many requests in such a time, for one route and one top-level resource. */
export interface RouteLimit {
  readonly name: string;
  readonly requests: number;
  readonly windowMs: number;
}

/**
 * Discord publishes no figures for routes and asks not to hard-code them: these are what its headers have
 * long said. Source of the rules: discord-api-docs `developers/topics/rate-limits.mdx`.
 */
export const LIMIT = {
  createMessage: { name: 'create-message', requests: 5, windowMs: 5000 },
  editMessage: { name: 'edit-message', requests: 5, windowMs: 5000 },
  deleteMessage: { name: 'delete-message', requests: 5, windowMs: 1000 },
  webhook: { name: 'webhook', requests: 5, windowMs: 2000 },
} as const satisfies Record<string, RouteLimit>;

/** Source: the same document, "Global Rate Limit". */
const GLOBAL = { requests: 50, windowMs: 1000 };

export interface RateLimits {
  /** Counts a request against the whole. @throws ApiError 429 when it is one too many. */
  takeGlobal(): void;
  /** Counts a request against its route; returns the headers to send. @throws ApiError 429 when it is one too many. */
  take(limit: RouteLimit, resource: string): Readonly<Record<string, string>>;
}

export const NO_LIMITS: RateLimits = { takeGlobal: () => undefined, take: () => ({}) };

interface Bucket {
  used: number;
  resetsAt: number;
}

/** Windows open with their first request. `now` is real time, in Unix milliseconds, whatever the clock of the world says. */
export function openRateLimits(now: () => number = Date.now): RateLimits {
  const buckets = new Map<string, Bucket>();
  const whole: Bucket = { used: 0, resetsAt: 0 };

  function use(bucket: Bucket, requests: number, windowMs: number): boolean {
    const at = now();
    if (at >= bucket.resetsAt) Object.assign(bucket, { used: 0, resetsAt: at + windowMs });
    if (bucket.used >= requests) return false;
    bucket.used += 1;
    return true;
  }

  function bucketOf(key: string): Bucket {
    const present = buckets.get(key);
    if (present) return present;
    if (buckets.size > MANY) for (const [old, { resetsAt }] of buckets) if (resetsAt < now()) buckets.delete(old);
    const bucket = { used: 0, resetsAt: 0 };
    buckets.set(key, bucket);
    return bucket;
  }

  return {
    takeGlobal() {
      if (use(whole, GLOBAL.requests, GLOBAL.windowMs)) return;
      throw exceeded(whole.resetsAt - now(), { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' });
    },
    take({ name, requests, windowMs }, resource) {
      const bucket = bucketOf(`${name}:${resource}`);
      const allowed = use(bucket, requests, windowMs);
      const headers = {
        'X-RateLimit-Limit': String(requests),
        'X-RateLimit-Remaining': String(requests - bucket.used),
        'X-RateLimit-Reset': seconds(bucket.resetsAt),
        'X-RateLimit-Reset-After': seconds(bucket.resetsAt - now()),
        'X-RateLimit-Bucket': hashOf(name),
      };
      if (!allowed) throw exceeded(bucket.resetsAt - now(), { ...headers, 'X-RateLimit-Scope': 'user' });
      return headers;
    },
  };
}

/** How many buckets are held before those run out are cleared away. */
const MANY = 10_000;

const seconds = (ms: number) => (ms / 1000).toFixed(3);

const hashes = new Map<string, string>();
function hashOf(name: string): string {
  const hash = hashes.get(name) ?? createHash('md5').update(name).digest('hex');
  hashes.set(name, hash);
  return hash;
}

/** Source: the same document, "Exceeding A Rate Limit". */
function exceeded(waitMs: number, headers: Readonly<Record<string, string>>): ApiError {
  const body = {
    message: 'You are being rate limited.',
    retry_after: Number(seconds(Math.max(1, waitMs))),
    global: 'X-RateLimit-Global' in headers,
  };
  return new ApiError(429, body, { 'Retry-After': String(Math.ceil(waitMs / 1000)), ...headers });
}
