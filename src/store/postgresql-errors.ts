import { MendableError } from '../domain/errors.ts';

/** Turns what PostgreSQL says at the start into a sentence that names the remedy; the rest is returned as it is. */
export function translatePostgresqlError(error: unknown, url: string): unknown {
  const { host, user, database } = partsOf(url);
  const sentences: Readonly<Record<string, string>> = {
    DatabaseNotReachable: `PostgreSQL does not answer at ${host}: start it, or correct the host and port in DATABASE_URL.`,
    SocketTimeout: `PostgreSQL does not answer at ${host}: start it, or correct the host and port in DATABASE_URL.`,
    ConnectionClosed: `PostgreSQL at ${host} closed the connection: see its log, then start again.`,
    AuthenticationFailed: `PostgreSQL at ${host} refused the password of "${user}": correct it in DATABASE_URL.`,
    DatabaseAccessDenied: `PostgreSQL at ${host} does not let "${user}" into "${database}": correct DATABASE_URL, or the server's pg_hba.conf.`,
    DatabaseDoesNotExist: `PostgreSQL at ${host} has no database "${database}": make it with "createdb ${database}", or correct DATABASE_URL.`,
    TlsConnectionError: `The encrypted connection to PostgreSQL at ${host} fails: correct sslmode in DATABASE_URL, or the server's certificate.`,
    TooManyConnections: `PostgreSQL at ${host} has no connection free: raise its max_connections, or stop other programs that use it.`,
  };
  const sentence = sentences[kindOf(error)] ?? (isTimeout(error) ? sentences['SocketTimeout'] : undefined);
  return sentence === undefined ? error : new MendableError(sentence, { cause: error });
}

function partsOf(url: string) {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return {
    host: parsed?.host ?? url,
    user: decodeURIComponent(parsed?.username ?? ''),
    database: decodeURIComponent(parsed?.pathname.slice(1) ?? ''),
  };
}

/** The kind that Prisma's adapter gives an error of the driver. */
function kindOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const hasKind = typeof cause === 'object' && cause !== null && 'kind' in cause;
  return hasKind && typeof cause.kind === 'string' ? cause.kind : '';
}

const isTimeout = (error: unknown): boolean => error instanceof Error && /timeout/i.test(error.message);
