import { describe, expect, test } from 'vitest';
import { SharedReadings } from './shared-readings.ts';

/** Readings of a number that grows, each ended by hand. */
function slowly() {
	let truth = 0;
	const under: { end: () => void; fail: () => void }[] = [];
	const readings = new SharedReadings<number>(() => {
		const seen = truth;
		return new Promise((resolve, reject) =>
			under.push({ end: () => resolve(seen), fail: () => reject(new Error('no database')) })
		);
	});
	const soon = () => new Promise((resolve) => setTimeout(resolve));
	return { readings, under, soon, change: () => ++truth, ask: (id = 'a') => readings.ask('town', id) };
}

describe('readings that many share', () => {
	test('everybody who asks while one is under way gets the next one, which knows what happened before they asked', async () => {
		const { under, soon, change, ask } = slowly();
		const early = ask();
		await soon();
		change();
		const late = [ask(), ask(), ask()];
		await soon();
		expect(under).toHaveLength(1);
		under[0]!.end();
		expect(await early).toBe(0);
		await soon();
		expect(under).toHaveLength(2);
		under[1]!.end();
		expect(await Promise.all(late)).toEqual([1, 1, 1]);
	});

	test('other things do not wait, and a reading that failed does not spoil the next', async () => {
		const { under, soon, change, ask } = slowly();
		const [failing, other] = [ask('a'), ask('b')];
		await soon();
		expect(under).toHaveLength(2);
		change();
		const again = ask('a');
		under[0]!.fail();
		await expect(failing).rejects.toThrow('no database');
		await soon();
		under[1]!.end();
		under[2]!.end();
		expect(await Promise.all([other, again])).toEqual([0, 1]);
	});
});
