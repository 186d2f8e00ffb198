import { colours } from '#board/colours.ts';
import type { Transaction } from '../db/database.ts';
import { bodies, tenants } from '../db/schema/organisation.ts';
import { processGroups } from '../db/schema/processes.ts';
import { newId } from '../ids.ts';

/** The kinds of bodies as the example files name them. */
const bodyKinds = {
	vertretung: 'council',
	ausschuss: 'committee',
	kommission: 'commission',
	gremium: 'commission',
	kollegialorgan: 'college',
	verwaltung: 'unit',
	beteiligte: 'unit'
} as const;

/** A body as an example file describes it. */
export interface ExampleBody {
	key: string;
	de: string;
	kind: string;
	short?: string;
	purpose?: string[];
}

/** An organisation that was imported, with its process. */
export interface Imported {
	tenantId: string;
	processId: string;
}

/** What differs from the ordinary for a body: who decides, who never sits in public. */
export interface BodyRules {
	decides?: boolean;
	publicRule?: 'always' | 'never' | 'either';
}

/** Writes an organisation; returns its id. */
export async function writeTenant(
	tx: Transaction,
	tenant: Omit<typeof tenants.$inferInsert, 'id' | 'createdAt'>,
	createdAt: Date
): Promise<string> {
	const id = newId();
	await tx.insert(tenants).values({ ...tenant, id, createdAt });
	return id;
}

/** Writes councils, committees and units; returns their ids by key. */
export async function writeBodies(
	tx: Transaction,
	tenantId: string,
	examples: readonly ExampleBody[],
	rules: Record<string, BodyRules>,
	createdAt: Date
): Promise<Map<string, string>> {
	const rows = examples.map(({ key, de, kind, short, purpose }) => ({
		tenantId,
		id: newId(),
		key,
		name: de,
		short,
		kind: bodyKinds[kind as keyof typeof bodyKinds] ?? 'unit',
		purpose: purpose ?? [],
		createdAt,
		...rules[key]
	}));
	await tx.insert(bodies).values(rows);
	return new Map(rows.map(({ key, id }) => [key, id]));
}

/** Writes topic groups or core teams. */
export async function writeTeams(
	tx: Transaction,
	tenantId: string,
	teams: readonly { key: string; de: string }[],
	teamKind: 'topic-group' | 'core-team',
	createdAt: Date
): Promise<Map<string, string>> {
	const rows = teams.map(({ key, de }) => ({
		tenantId,
		id: newId(),
		key,
		name: de,
		kind: 'team' as const,
		teamKind,
		createdAt
	}));
	await tx.insert(bodies).values(rows);
	return new Map(rows.map(({ key, id }) => [key, id]));
}

/** Lets teams work in a process, in their order. */
export async function writeGroups(
	tx: Transaction,
	tenantId: string,
	processId: string,
	bodyIds: readonly string[],
	createdAt: Date
): Promise<void> {
	const rows = bodyIds.map((bodyId, position) => {
		const colour = colours[position % colours.length]!;
		return { tenantId, id: newId(), processId, bodyId, position, colour, createdAt };
	});
	await tx.insert(processGroups).values(rows);
}
