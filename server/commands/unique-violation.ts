/** Whether the database refused a row because another with the same unique key came first. The transaction is over then. */
export function isUniqueViolation(error: unknown): boolean {
	const { cause } = error as { cause?: { code?: unknown } };
	return cause?.code === '23505';
}
