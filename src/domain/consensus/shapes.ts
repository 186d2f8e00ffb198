/** Whether this is an object of named values, as JSON has them. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether this is a whole number from 0 on, small enough to be exact. */
export const isCount = (value: unknown): value is number =>
	typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** Whether this is a whole number from `least` to `most`. */
export const isBetween = (value: unknown, least: number, most: number): value is number =>
	isCount(value) && value >= least && value <= most;

/** What a record holds under a key of its own; what it only inherits does not count. */
export const ownValue = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
	Object.hasOwn(record, key) ? record[key] : undefined;

/** One value for each option. */
export const byOption = <T>(options: readonly string[], value: (option: string) => T): Record<string, T> =>
	Object.fromEntries(options.map((option) => [option, value(option)]));
