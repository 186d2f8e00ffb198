import type { Hash } from '../hash.ts';
import { ok, refuse, type Result } from '../result.ts';
import { canonicalJson } from '../texts/canonical-json.ts';

/** What makes a record a link of a chain: the fingerprint of the one before it and its own. */
export interface Link {
	readonly prevHash: string;
	readonly hash: string;
}

/**
 * The facts as the next link of a chain. The fingerprint is taken over the canonical JSON of all facts together with
 * `prevHash`, so changing, removing or reordering any earlier link breaks every later one.
 */
export function appendLink<Facts extends object>(facts: Facts, prevHash: string, hash: Hash): Facts & Link {
	return { ...facts, prevHash, hash: hash(canonicalJson({ ...facts, prevHash })) };
}

/** Whether one link still says what it was made of. */
export function isLinkIntact<Facts extends Link>({ hash: own, ...facts }: Facts, hash: Hash): boolean {
	return hash(canonicalJson(facts)) === own;
}

/**
 * Whether a chain holds from its first link to its end. `first` is what the first link rests on; `end`, where it is known,
 * the fingerprint of the last one, which shows a chain that was cut short. The first break is named by its position from 0.
 */
export function verifyChain(chain: readonly Link[], first: string, hash: Hash, end?: string): Result<void> {
	let before = first;
	for (const [position, link] of chain.entries()) {
		if (link.prevHash !== before || !isLinkIntact(link, hash)) return refuse({ code: 'chain.broken', position });
		before = link.hash;
	}
	return end === undefined || end === before ? ok() : refuse({ code: 'chain.broken', position: chain.length });
}
