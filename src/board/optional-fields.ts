import * as v from 'valibot';
import type { StoredFields } from './define-element.ts';

type Said<T> = { [K in keyof T]?: T[K] extends v.GenericSchema<unknown, infer Output> ? Output : never };

/** A schema of fields that are there only where they say something sound; whatever else stands in their place is passed over. */
export function optionalFields<const T extends Record<string, v.GenericSchema>>(
	schemas: T
): v.GenericSchema<unknown, Said<T>> {
	const names = Object.entries(schemas);
	return v.pipe(
		v.unknown(),
		v.transform((stored): Said<T> => {
			const said: StoredFields = {};
			for (const [name, schema] of names) {
				if (!Object.hasOwn(stored as StoredFields, name)) continue;
				const read = v.safeParse(schema, (stored as StoredFields)[name]);
				if (read.success) said[name] = read.output;
			}
			return said as Said<T>;
		})
	);
}
