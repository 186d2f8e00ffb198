/** A server that does not answer within this time counts as away, in milliseconds. */
const answersWithin = 3_500;

/** Whether the server behind an address, of a page or a socket, answers plain requests at this moment. */
export async function isReachable(address: string): Promise<boolean> {
	try {
		const health = new URL('/healthz', address.replace(/^ws/, 'http'));
		return (await fetch(health, { cache: 'no-store', signal: AbortSignal.timeout(answersWithin) })).ok;
	} catch {
		return false;
	}
}
