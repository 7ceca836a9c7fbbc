import type { IncomingMessage, ServerResponse } from 'node:http';

export function createApi(
  file?: string,
): (request: IncomingMessage, response: ServerResponse, next: () => void) => Promise<void>;
