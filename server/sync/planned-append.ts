import { PGlite } from '@electric-sql/pglite';
import { is, Placeholder } from 'drizzle-orm';
import type { Database, Transaction } from '#server/db/database.ts';
import { appendStatement, type AppendValues } from './append-statement.ts';

/** Appends to several documents in one transaction; answers with the last number of each, null where nothing was written. */
export type PlannedAppend = (documents: readonly AppendValues[]) => Promise<(number | null)[]>;

/**
 * The embedded database shares the processor with the fan-out, and planning a statement costs it more than carrying it out. So it
 * plans this one once and is handed only values; several statements in one message are one transaction. Null for a server of its own,
 * which plans beside us, and inside a transaction.
 */
export function planAppend(database: Database | Transaction): PlannedAppend | null {
	const client: unknown = '$client' in database ? database.$client : null;
	if (!(client instanceof PGlite)) return null;
	const { sql: text, params } = appendStatement(database).getQuery();
	return async (documents) => {
		await plan(client, text);
		const statements = documents.map((values) => `execute append_entries(${params.map(literal(values)).join(', ')})`);
		const answers = await client.exec(statements.join(';'), { rowMode: 'array' });
		return answers.map(({ rows: [row] }) => numberOrNull((row as unknown as unknown[])[0]));
	};
}

/** Which databases have the plan; it lasts as long as they are open. */
const planned = new WeakMap<PGlite, Promise<unknown>>();

function plan(client: PGlite, text: string): Promise<unknown> {
	let planning = planned.get(client);
	if (!planning) {
		planning = client.exec(`prepare append_entries as ${text}`);
		planned.set(client, planning);
		// A database that could not even plan is asked again next time.
		planning.catch(() => planned.delete(client));
	}
	return planning;
}

const literal = (values: AppendValues) => (parameter: unknown) => {
	const value = is(parameter, Placeholder) ? values[parameter.name as keyof AppendValues] : parameter;
	return `'${String(value).replaceAll("'", "''")}'`;
};

const numberOrNull = (value: unknown) => (value === null ? null : Number(value));
