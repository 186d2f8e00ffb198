import * as Y from 'yjs';
import { Malformed, expectFormat } from '#protocol/bounded-reading.ts';
import { closeCodes, type CloseCode } from '#protocol/close-codes.ts';
import type { DocumentAddress } from '#protocol/document-names.ts';
import { limits } from '#protocol/limits.ts';
import { writeStateVector } from '#protocol/messages.ts';
import { inOrder } from './causal-order.ts';
import type { Structure } from './structure.ts';
import { scanUpdate, type ScannedUpdate, type Struct } from './update-scan.ts';

/** The names under which a document of this kind keeps its content. Everything else would be invisible weight. */
const roots: Record<DocumentAddress['kind'], ReadonlySet<string>> = {
	board: new Set(['meta', 'el']),
	text: new Set(['meta', 'body'])
};

/**
 * What is to be done with an update. An accepted one names the client ids it writes under; a gap means that it builds on something
 * the server does not have, so that the client has to be asked for all of it.
 */
export type Verdict =
	| { kind: 'accept'; bytes: Uint8Array; clients: number[] }
	| { kind: 'nothing-new' }
	| { kind: 'gap' }
	| { kind: 'refuse'; code: CloseCode; reason: string };

/** What an update is judged against. */
export interface Circumstances {
	readonly kind: DocumentAddress['kind'];
	/** What the document is made of; asked for only when the update holds anything. */
	structure(): Structure;
	/** The person (null: the program) behind a client id; undefined when nobody has used it yet. */
	ownerOf(client: number): string | null | undefined;
	readonly person: string;
	/** Whether the client still owes us something that we lack, or may come to, so that holes are to be expected. */
	readonly incomplete: boolean;
}

/** Judges an update of a client. An accepted one is part of `structure` from then on, so that the next can build on it. */
export function judge(update: Uint8Array, circumstances: Circumstances): Verdict {
	try {
		return judgeScanned(update, scanUpdate(update, true), circumstances);
	} catch (error) {
		const reason = error instanceof Malformed ? error.message : 'an update can be decoded';
		return { kind: 'refuse', code: closeCodes.malformed, reason };
	}
}

function judgeScanned(update: Uint8Array, scanned: ScannedUpdate, circumstances: Circumstances): Verdict {
	const { kind, person, incomplete } = circumstances;
	if (scanned.structs.length + scanned.deletes.length === 0) return { kind: 'nothing-new' };
	const structure = circumstances.structure();
	if (!bringsNews(scanned, structure)) return { kind: 'nothing-new' };
	const fresh = freshStructs(scanned, structure);
	for (const struct of fresh) {
		expectFormat(struct.root === null || roots[kind].has(struct.root), 'an update writes into known roots');
	}
	const clients = [...new Set(fresh.map((struct) => struct.client))];
	expectFormat(clients.length <= limits.clientsPerUpdate, 'an update writes under few client ids');
	for (const client of clients) {
		const owner = circumstances.ownerOf(client);
		expectFormat(client <= 0xffffffff, 'a client id has 32 bits');
		expectFormat(owner === undefined || owner === person, 'everybody writes in the own name');
	}
	Y.decodeUpdate(update);
	const known = new Map(clients.map((client) => [client, structure.clock(client)]));
	const repeats = scanned.structs.some((struct) => struct.clock < structure.clock(struct.client));
	const fits = structure.attempt(clients, () => {
		const missing = inOrder(scanned.structs, structure.clocks, (struct) => {
			expectFormat(structure.depthOf(struct) <= limits.typeDepth, `types lie at most ${limits.typeDepth} deep`);
			structure.addStruct(struct);
		});
		const beyond = scanned.deletes.some(({ client, clock, length }) => clock + length > structure.clock(client));
		expectFormat(!beyond || missing > 0 || incomplete, 'only what exists is deleted');
		return missing === 0 && !beyond;
	});
	if (!fits) return { kind: 'gap' };
	structure.addDeletes(scanned.deletes);
	return {
		kind: 'accept',
		bytes: repeats ? withoutKnown(update, scanned, structure, known) : update.slice(),
		clients
	};
}

/** Whether an update holds anything that the document does not know yet. */
function bringsNews(scanned: ScannedUpdate, structure: Structure): boolean {
	return freshStructs(scanned, structure).length > 0 || !scanned.deletes.every((range) => structure.hasDeleted(range));
}

/**
 * Whether somebody who may only read tries to write. Deletions do not count: when two people set the same key or the same format
 * at once, every client that sees it tidies up by itself and says so, readers as well. Nothing of it is stored.
 */
export function triesToWrite(update: Uint8Array, structure: () => Structure): boolean {
	const scanned = scanUpdate(update, true);
	return scanned.structs.length > 0 && freshStructs(scanned, structure()).length > 0;
}

function freshStructs({ structs }: ScannedUpdate, structure: Structure): Struct[] {
	return structs.filter(
		({ kind, client, clock, length }) => kind !== 'skip' && clock + length > structure.clock(client)
	);
}

/** Cuts off what is known already, so that nothing can be told anew in another wording. */
function withoutKnown(
	update: Uint8Array,
	{ structs }: ScannedUpdate,
	structure: Structure,
	knownBefore: ReadonlyMap<number, number>
): Uint8Array {
	const known = new Map(structs.map(({ client }) => [client, knownBefore.get(client) ?? structure.clock(client)]));
	return Y.diffUpdate(update, writeStateVector(known));
}
