/** What is acknowledged has to survive a power cut: the database is asked whether it is set up so. */
import pg from 'pg';

/** Settings whose absence loses what was acknowledged. */
const NEEDED = ['fsync', 'full_page_writes', 'synchronous_commit'];

/** A sentence for whoever starts the house, or null when what it acknowledges is safe. */
export async function notDurable(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(`SELECT name FROM pg_settings WHERE name = ANY ($1) AND setting = 'off' ORDER BY name`, [NEEDED]);
    if (rows.length === 0) return null;
    const off = rows.map(({ name }) => name).join(' and ');
    return `The database is set up so that a power cut could lose what was recorded: ${off} ${rows.length === 1 ? 'is' : 'are'} off. Switch ${rows.length === 1 ? 'it' : 'them'} on in the settings of Postgres, then start again.`;
  } finally {
    await client.end();
  }
}
