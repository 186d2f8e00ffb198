/** The same things in their order, except that an area never comes after what lies in it. Bears circles. */
export function outerFirst<T extends { id: string; parent: string | null }>(things: readonly T[]): T[] {
	const byId = new Map(things.map((thing) => [thing.id, thing]));
	const begun = new Set<T>();
	const sorted: T[] = [];
	const place = (thing: T) => {
		if (begun.has(thing)) return;
		begun.add(thing);
		const around = byId.get(thing.parent ?? '');
		if (around) place(around);
		sorted.push(thing);
	};
	things.forEach(place);
	return sorted;
}
