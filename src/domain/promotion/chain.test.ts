import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendLink, verifyChain, type Link } from './chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
type Event = Link & { readonly says: string };

function chainOf(says: readonly string[]): Event[] {
	return says.reduce<Event[]>(
		(chain, one) => [...chain, appendLink({ says: one }, chain.at(-1)?.hash ?? 'start', sha256)],
		[]
	);
}
const events = fc.array(fc.string(), { minLength: 2, maxLength: 12 }).map(chainOf);
const anyPosition = fc.nat();

describe('the chain of records', () => {
	test('what was appended verifies from the first link', () => {
		fc.assert(
			fc.property(events, (chain) => {
				expect(verifyChain(chain, 'start', sha256, chain.at(-1)?.hash)).toEqual({ ok: true, value: undefined });
			})
		);
		expect(verifyChain([], 'start', sha256, 'start').ok).toBe(true);
	});

	test('a changed link is found at its place, also when its own fingerprint was made to fit', () => {
		fc.assert(
			fc.property(events, anyPosition, (chain, at) => {
				const position = at % (chain.length - 1);
				const changed = { ...chain[position]!, says: `${chain[position]!.says}!` };
				const broken = (link: Event, where: number) => ({
					chain: chain.with(position, link),
					problem: { ok: false, problem: { code: 'chain.broken', position: where } }
				});
				const plain = broken(changed, position);
				expect(verifyChain(plain.chain, 'start', sha256)).toEqual(plain.problem);
				const refitted = broken(appendLink({ says: changed.says }, changed.prevHash, sha256), position + 1);
				expect(verifyChain(refitted.chain, 'start', sha256)).toEqual(refitted.problem);
			})
		);
	});

	test('a missing link is found, also when it was the last one', () => {
		fc.assert(
			fc.property(events, anyPosition, (chain, at) => {
				const position = at % chain.length;
				const end = chain.at(-1)!.hash;
				expect(verifyChain(chain.toSpliced(position, 1), 'start', sha256, end)).toEqual({
					ok: false,
					problem: { code: 'chain.broken', position }
				});
			})
		);
	});
});
