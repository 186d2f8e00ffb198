import { hash, verify } from '@node-rs/argon2';

/** argon2id as OWASP advises: 19 MiB, two passes, one lane; about ten milliseconds. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A password as it is stored. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let nobody: Promise<string> | undefined;

/** Whether the password fits. An unknown account costs the same time as a known one. */
export async function fitsPassword(stored: string | undefined, password: string): Promise<boolean> {
	nobody ??= hashPassword('nobody has this password');
	const fits = await verify(stored ?? (await nobody), password);
	return stored !== undefined && fits;
}
