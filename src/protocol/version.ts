/** The version of what travels and of what documents may contain. It rises when an older program could harm a newer document. */
export const protocolVersion = 2;

/** The oldest version that may still open documents. Our client sends its own as `?v=…`. */
export const oldestWelcomeVersion = 2;

/** Whether a program that states this version may open documents. Who states none is taken at the present one. */
export function isWelcome(stated: string | null): boolean {
	return stated === null || Number(stated) >= oldestWelcomeVersion;
}
