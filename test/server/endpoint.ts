/** The tests' side of the misbehaving endpoint in misbehave.mjs. */

/** What the endpoint does at one request. */
export interface Step {
  status?: number;
  /** Media type; `null` for none. */
  type?: string | null;
  headers?: Record<string, string>;
  body?: string;
  base64?: string;
  /** A body of so many units, and as many closing ones. */
  repeat?: { unit: string; n: number; close?: string };
  /** Compresses in transfer. */
  gzip?: boolean;
  /** Sends a gzip file. */
  zipped?: boolean;
  /** Milliseconds before the headers. */
  delay?: number;
  /** Error in content-length. */
  length?: number;
  reset?: 'early' | 'mid';
  /** Stops after so many bytes. */
  stall?: number;
  /** Bytes a second. */
  drip?: number;
  /** Latin-1 texts to write, and milliseconds to wait. */
  chunks?: (string | number)[];
  /** Leaves the connection open after `chunks`. */
  open?: boolean;
  /** Breaks the connection off after `chunks`. */
  breaks?: boolean;
  /** So many numbered events at once; the connection stays open. */
  flood?: number;
  /** Writes the body in pieces of so many bytes. */
  split?: number;
  /** So many blanks, compressed with `zip`. */
  zeros?: number;
  zip?: boolean;
  /** Says how many in content-length. */
  announced?: boolean;
  /** So many numbered NDJSON records. */
  lines?: number;
  /** Breaks off after so many. */
  cut?: number;
  /** `Location`, or "self" so many `times`. */
  redirect?: string;
  times?: number;
  /** Access-Control-Allow-Origin; `false` for none. */
  cors?: string | false;
  /** `true`: one ETag; "each": another one each time. */
  etag?: true | 'each';
  /** Answers with the request's headers. */
  echo?: boolean;
}

/** One request as the server saw it. */
export interface Logged {
  at: number;
  method: string;
  headers: Record<string, string>;
  aborted: boolean;
  closedAt?: number;
}

export interface Endpoint {
  url: string;
  log(): Promise<Logged[]>;
  /** Settles when the server has seen the first request's end before its answer's. */
  hungUp(): Promise<void>;
  /** Breaks the last connection off. */
  breakOff(): Promise<void>;
}

let last = 0;

/** An address that plays these steps, one a request. */
export function endpoint(...steps: Step[]): Endpoint {
  return at('', steps);
}

/** The same on another origin. */
export async function elsewhere(...steps: Step[]): Promise<Endpoint> {
  const { origin } = (await (await fetch('/misbehave-other')).json()) as { origin: string };
  return at(origin, steps);
}

function at(origin: string, steps: Step[]): Endpoint {
  const id = `${Date.now()}-${Math.random()}-${last++}`;
  const query = new URLSearchParams({ id, s: JSON.stringify(steps) });
  const ask = (what: string): Promise<Response> =>
    fetch(`${origin}/misbehave-${what}?id=${encodeURIComponent(id)}`);
  const log = async (): Promise<Logged[]> => (await ask('log')).json() as Promise<Logged[]>;
  return {
    url: `${origin || location.origin}/misbehave?${query}`,
    log,
    async breakOff() {
      await ask('break');
    },
    async hungUp() {
      while (!(await log())[0]?.aborted) await new Promise((done) => setTimeout(done, 20));
    },
  };
}
