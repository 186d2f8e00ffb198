import { expect, test } from 'vitest';
import { placeIn } from './place.ts';

const tally = { rank: { bus: 1, bike: 2, car: 2 } };
const counted = { tally, cast: 3, quorate: null };

test('what was compared has a place, and whether others share it', () => {
	expect(placeIn(counted, 'bus')).toEqual({ rank: 1, of: 3, shared: false });
	expect(placeIn(counted, 'bike')).toEqual({ rank: 2, of: 3, shared: true });
});

test('nobody has a place where nothing was compared, nobody answered, or too few did', () => {
	expect(placeIn({ ...counted, tally: { yes: 3 } }, 'bus')).toBeNull();
	expect(placeIn({ ...counted, tally: { rank: { bus: 1 } } }, 'bus')).toBeNull();
	expect(placeIn({ ...counted, cast: 0 }, 'bus')).toBeNull();
	expect(placeIn({ ...counted, quorate: false }, 'bus')).toBeNull();
	expect(placeIn(counted, 'toString')).toBeNull();
});
