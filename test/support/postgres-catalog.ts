import { PrismaPg } from '@prisma/adapter-pg';

/** Runs a script of several statements. */
export async function runPostgresScript(url: string, script: string): Promise<void> {
  const adapter = await new PrismaPg(url).connect();
  try {
    await adapter.executeScript(script);
  } finally {
    await adapter.dispose();
  }
}

/** One line for each column, index and constraint of the schema's tables; two databases that agree have the same. */
export async function readPostgresCatalog(url: string): Promise<readonly string[]> {
  const adapter = await new PrismaPg(url).connect();
  try {
    const { rows } = await adapter.queryRaw({ sql: catalogSql, args: [], argTypes: [] });
    return rows.map(([line]) => String(line)).sort();
  } finally {
    await adapter.dispose();
  }
}

/** The record of migrations and the search index are not of the schema. */
const tables = `SELECT oid, relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
  AND relname NOT IN ('_prisma_migrations', 'StorySearch')`;

const catalogSql = `WITH t AS (${tables})
  SELECT format('column %s.%s %s%s default %s', t.relname, a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN ' not null' ELSE '' END, pg_get_expr(d.adbin, d.adrelid))
    FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  UNION ALL
  SELECT pg_get_indexdef(i.indexrelid) FROM t JOIN pg_index i ON i.indrelid = t.oid
  UNION ALL
  SELECT format('constraint %s.%s %s', t.relname, c.conname, pg_get_constraintdef(c.oid))
    FROM t JOIN pg_constraint c ON c.conrelid = t.oid`;
