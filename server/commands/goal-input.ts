import * as v from 'valibot';

/** The key of a row. */
export const id = v.pipe(v.string(), v.uuid());
/** A year that a goal may aim at. */
export const year = v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2200));
/** The office that is responsible. */
export const office = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
/** The state of the version that the person saw; left out, whatever stands now is meant. */
export const lockVersion = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)));
