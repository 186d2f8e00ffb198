import { nextNumber } from '#domain/goals/numbering.ts';
import { levelOf } from '#domain/goals/level-scheme.ts';
import { schemes } from '#domain/goals/schemes.ts';
import { invariant } from '#domain/result.ts';
import { plainToDoc } from '#domain/texts/doc.ts';
import { freeze } from '#domain/texts/text-version.ts';
import type { Transaction } from '../db/database.ts';
import { goalItems, goalLinks, goalRevisions, goalSystems, goalVersions, indicators } from '../db/schema/goals.ts';
import { textVersions } from '../db/schema/processes.ts';
import { newId, sha256 } from '../ids.ts';

/** A goal of an example file. */
export interface ExampleGoal {
	key: string;
	level: string;
	parent?: string | null;
	title: string;
	points?: string[];
	leadOffice?: string;
	status?: 'new' | 'continued';
	/** Invented for the example, not stated in the source. */
	sample?: boolean;
}

/** A version of a goal system of an example file. */
export interface ExampleGoalSystem {
	name: string;
	processId?: string;
	scheme: keyof typeof schemes;
	label: string;
	period: { type: 'calendar-year' | 'budget-year' | 'term' | 'horizon'; from: string; to: string };
	source: string;
	horizonYear?: number;
	budgetYear?: number;
	goals: readonly ExampleGoal[];
	contributesTo?: readonly { from: string; to: string }[];
	indicators?: readonly ExampleIndicator[];
}

/** An indicator of an example file; amounts are decimal strings. */
export interface ExampleIndicator {
	goal: string;
	title: string;
	unit: string;
	direction: 'increase' | 'decrease' | 'hold';
	targetOperator?: '>=' | '>' | '<=' | '<' | '=';
	target?: string;
	targetYear?: number;
}

/** Writes a draft version with its goals as the file states them; returns the version and the items by their keys. */
export async function writeGoalSystem(
	tx: Transaction,
	tenantId: string,
	example: ExampleGoalSystem,
	createdAt: Date
): Promise<{ versionId: string; items: Map<string, string> }> {
	const [goalSystemId, versionId] = [newId(), newId()];
	const { name, processId, scheme, label, period, source, horizonYear, budgetYear } = example;
	await tx.insert(goalSystems).values({ tenantId, id: goalSystemId, name, processId, createdAt });
	await tx.insert(goalVersions).values({
		tenantId,
		id: versionId,
		goalSystemId,
		scheme,
		schemeVersion: 1,
		label,
		periodType: period.type,
		periodFrom: period.from,
		periodTo: period.to,
		state: 'draft',
		createdAt
	});
	const items = new Map(example.goals.map(({ key }) => [key, newId()]));
	const numbers = numberGoals(scheme, example.goals);
	const rows = example.goals.map((goal) => {
		const text = { tenantId, id: newId(), kind: 'goal', createdAt, source: { from: 'import' as const, file: source } };
		return {
			text: { ...text, ...freeze(plainToDoc(goal.title), sha256) },
			revision: {
				tenantId,
				id: newId(),
				versionId,
				itemId: items.get(goal.key)!,
				levelKey: goal.level,
				parentItemId: goal.parent ? items.get(goal.parent) : undefined,
				number: numbers.get(goal.key)!,
				textVersionId: text.id,
				points: goal.points ?? [],
				status: goal.status ?? ('new' as const),
				leadOffice: goal.leadOffice,
				horizonYear,
				budgetYear,
				sample: { source, sample: goal.sample ?? false },
				createdAt
			}
		};
	});
	await tx.insert(goalItems).values([...items.values()].map((id) => ({ tenantId, id, goalSystemId, createdAt })));
	await tx.insert(textVersions).values(rows.map(({ text }) => text));
	await tx.insert(goalRevisions).values(rows.map(({ revision }) => revision));
	await writeLinks(tx, tenantId, versionId, items, example, createdAt);
	return { versionId, items };
}

/** The numbers of the goals by key, counted as their levels say; parents stand before their children. */
function numberGoals(key: keyof typeof schemes, goals: readonly ExampleGoal[]): Map<string, string> {
	const numbers = new Map<string, string>();
	const used = new Map<string, string[]>();
	for (const goal of goals) {
		const level = levelOf(schemes[key], goal.level);
		invariant(level.ok, `the scheme ${key} has the level ${goal.level}`);
		const given = used.get(goal.level) ?? [];
		const number = nextNumber(level.value, goal.parent ? (numbers.get(goal.parent) ?? null) : null, given);
		numbers.set(goal.key, number);
		used.set(goal.level, [...given, number]);
	}
	return numbers;
}

async function writeLinks(
	tx: Transaction,
	tenantId: string,
	versionId: string,
	items: ReadonlyMap<string, string>,
	{ contributesTo = [], indicators: measured = [] }: ExampleGoalSystem,
	createdAt: Date
): Promise<void> {
	const links = contributesTo.map(({ from, to }) => ({
		tenantId,
		id: newId(),
		versionId,
		fromItemId: items.get(from)!,
		toItemId: items.get(to)!,
		kind: 'contributes-to' as const,
		createdAt
	}));
	if (links.length > 0) await tx.insert(goalLinks).values(links);
	const figures = measured.map(({ goal, title, unit, direction, targetOperator, target, targetYear }) => ({
		tenantId,
		id: newId(),
		itemId: items.get(goal)!,
		title,
		unit,
		direction,
		operator: targetOperator,
		target,
		targetYear,
		createdAt
	}));
	if (figures.length > 0) await tx.insert(indicators).values(figures);
}
