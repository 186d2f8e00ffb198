import { closeCodes, type CloseCode } from '#protocol/close-codes.ts';
import { parseDocumentName, type DocumentAddress } from '#protocol/document-names.ts';
import { isWelcome } from '#protocol/version.ts';

/** What an address under `/sync` asks for: a document, or the code with which whoever asks is sent away. */
export type Asked = { name: string; address: DocumentAddress } | { code: CloseCode };

const path = /^\/sync\/([^/]+)$/;

/** Reads the address of a request; null when it lies outside `/sync/<document>`. */
export function askedDocument(url: string | undefined): Asked | null {
	const [asked = '', query = ''] = (url ?? '').split('?', 2);
	const spelled = path.exec(asked)?.[1];
	if (spelled === undefined) return null;
	if (!isWelcome(new URLSearchParams(query).get('v'))) return { code: closeCodes.outdated };
	const name = decoded(spelled);
	const address = parseDocumentName(name);
	return address.ok ? { name, address: address.value } : { code: closeCodes.unknownDocument };
}

function decoded(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
