import { Socket } from 'node:net';
import { Pool, type PoolClient } from 'pg';

/** Whether the database may be silent for long, as while it migrates. */
export interface Patience {
	patient: boolean;
}

/**
 * The connections to PostgreSQL. One that breaks fails what was asked over it, and the next question goes over a new one; nothing
 * else has to know. `silentAtMost` is how long the database may say nothing while it owes an answer.
 */
export function openPool(connectionString: string, silentAtMost: number, patience: Readonly<Patience>): Pool {
	const pool = new ReturningPool({
		connectionString,
		stream: () => givingUp(silentAtMost, patience),
		max: 10,
		connectionTimeoutMillis: 10_000,
		idleTimeoutMillis: Math.min(10_000, silentAtMost / 2),
		keepAlive: true,
		application_name: 'wirkraum',
		idle_in_transaction_session_timeout: 60_000
	});
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));
	return pool;
}

/**
 * A database that was cut off without a word never answers, and whoever asked it would wait for ever. After this time without a
 * byte the connection is given up, so that what was asked fails and can be asked again.
 */
function givingUp(silentAtMost: number, patience: Readonly<Patience>): Socket {
	const socket = new Socket();
	socket.setTimeout(silentAtMost, () => {
		if (!patience.patient) socket.destroy(new Error('the database does not answer'));
	});
	return socket;
}

/**
 * Takes a connection back when it breaks. Drizzle does not return one whose `begin` fails, and after ten of them there would be none
 * left, although the database is well again.
 */
class ReturningPool extends Pool {
	override connect(): Promise<PoolClient>;
	override connect(callback: Parameters<Pool['connect']>[0]): void;
	override connect(callback?: Parameters<Pool['connect']>[0]): Promise<PoolClient> | void {
		return callback ? super.connect(callback) : super.connect().then(returned);
	}
}

function returned(client: PoolClient): PoolClient {
	const release = client.release;
	const broken = () => client.release(true);
	let taken = true;
	client.release = (fault) => {
		if (!taken) return;
		taken = false;
		client.off('end', broken);
		release(fault);
	};
	client.once('end', broken);
	return client;
}
