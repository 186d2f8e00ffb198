import { describe, expect, test } from 'vitest';
import { ChangeLedger } from './change-ledger.ts';

const said = (words: Record<string, string>) => new Map(Object.entries(words));

describe('a ledger of changes', () => {
	test('tells what is new, what says something else and what is gone since a moment', () => {
		const ledger = new ChangeLedger();
		const first = ledger.enter(said({ a: '1', b: '1', c: '1' }));
		const second = ledger.enter(said({ a: '1', b: '2', d: '1' }));
		const third = ledger.enter(said({ a: '1', b: '2', d: '1' }));
		expect(second.since(first.name)).toEqual({ changed: new Set(['b', 'c', 'd']), gone: ['c'] });
		expect(third.since(first.name)).toEqual({ changed: new Set(['b', 'c', 'd']), gone: ['c'] });
		expect(third.since(second.name)).toEqual({ changed: new Set(), gone: [] });
	});

	test('tells what came back after it was gone', () => {
		const ledger = new ChangeLedger();
		ledger.enter(said({ a: '1' }));
		const without = ledger.enter(said({}));
		expect(ledger.enter(said({ a: '1' })).since(without.name)).toEqual({ changed: new Set(['a']), gone: [] });
	});

	test('does not guess about moments of another ledger, of the future, or that are none', () => {
		const moment = new ChangeLedger().enter(said({ a: '1' }));
		const ledger = new ChangeLedger();
		const now = ledger.enter(said({ a: '1' }));
		const later = ledger.enter(said({ a: '2' }));
		expect(now.since(moment.name)).toBeNull();
		expect(now.since(later.name)).toBeNull();
		for (const name of ['', 'x', `${now.name.split('.')[0]}.x`]) expect(now.since(name)).toBeNull();
	});
});
