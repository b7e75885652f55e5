import { SearchFault, type SearchFaultKind } from '../../search-fault.ts';

/** What of an error of the client is read. */
interface ClientError {
  readonly name?: string;
  readonly message?: string;
  readonly meta?: { readonly statusCode?: number };
  readonly body?: { readonly error?: { readonly type?: string } | string };
}

/** What an answer that is none says, by its status. */
const kindOf: Readonly<Record<number, SearchFaultKind>> = {
  401: 'refused',
  403: 'refused',
  408: 'slow',
  429: 'busy',
  502: 'away',
  503: 'incomplete',
  504: 'slow',
};

/** What went wrong, without the words that were asked for, which the server's own message may repeat. */
export function faultOf(error: unknown): SearchFault {
  if (error instanceof SearchFault) return error;
  const { name = 'Error', message = '', meta } = error as ClientError;
  const { statusCode = 0 } = meta ?? {};
  if (name === 'TimeoutError') return new SearchFault('slow', 'no answer in time');
  if (/^(?:ConnectionError|NoLivingConnectionsError)$/.test(name)) {
    return new SearchFault('away', codeIn(message));
  }
  const type = typeOf(error as ClientError);
  if (type === 'index_not_found_exception') return new SearchFault('missing', type, 404);
  const kind = kindOf[statusCode] ?? 'broken';
  return new SearchFault(kind, `${statusCode || name} ${type}`.trim(), statusCode);
}

/** Whether another node may do what this one could not. */
export function isOfNode(error: unknown): boolean {
  const { name = '', meta } = error as ClientError;
  const isConnection = /^(?:ConnectionError|NoLivingConnectionsError|TimeoutError)$/.test(name);
  return isConnection || [502, 503, 504].includes(meta?.statusCode ?? 0);
}

/** What a request gives; undefined where the answer has one of these statuses. */
export async function unlessStatus<T>(
  request: Promise<T>,
  ...statuses: readonly number[]
): Promise<T | undefined> {
  return request.catch((error: unknown) => {
    const isExpected = error instanceof SearchFault && statuses.includes(error.status ?? 0);
    if (!isExpected) throw error;
    return undefined;
  });
}

function typeOf({ body }: ClientError): string {
  const type = typeof body?.error === 'object' ? body.error.type : undefined;
  return /^[a-z_]+$/.test(type ?? '') ? (type ?? '') : '';
}

/** `ECONNREFUSED` and the like; certificates are told by sentences. */
function codeIn(message: string): string {
  return /\b[A-Z][A-Z_]{4,}\b|[\w -]*certificate[\w -]*/.exec(message)?.[0] ?? 'no connection';
}
