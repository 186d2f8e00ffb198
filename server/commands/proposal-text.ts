import type { LevelScheme } from '#domain/goals/level-scheme.ts';
import { docToPlain, type Doc, type DocNode } from '#domain/texts/doc.ts';
import type { GoalView, VersionView } from '#protocol/goal-views.ts';
import { heading, list, paragraph, textOfBlocks } from '#text/blocks.ts';
import { idOf, idsIn } from '#text/rewordings/rewording.ts';
import { listItems } from '#text/schema.ts';

/**
 * How a proposal begins that asks to adopt a version: one sentence on what is decided and for when, then the goals of
 * each level as numbered headings with their points. In German, because it goes before a German body.
 */
export function proposalText(version: ProposedVersion): Doc {
	const goals = version.goals.filter(({ status }) => status !== 'dropped');
	const levels = version.scheme.levels.filter(({ key }) => goals.some(({ levelKey }) => levelKey === key));
	return textOfBlocks(paragraph(introduction(version, goals)), ...levels.flatMap((level) => section(level, goals)));
}

/**
 * The same for a text that is to be resolved as it stands: one sentence on what is decided, then its words. `named` are blocks that variants
 * are about.
 */
export function resolvableText({ title, doc }: { title: string; doc: Doc }, named: readonly DocNode[] = []): Doc {
	const words = withoutTitle(doc, title, new Set(named.flatMap(idsIn)));
	return textOfBlocks(paragraph(`„${title}“ wird in der folgenden Fassung beschlossen:`), ...words);
}

/** The sentence names the text already, so its title does not follow once more, unless the body can choose another one. */
function withoutTitle({ content = [] }: Doc, title: string, named: ReadonlySet<string>): readonly DocNode[] {
	const [first, ...others] = content;
	const names = first?.type === 'heading' && docToPlain(first) === title;
	return names && !named.has(idOf(first) ?? '') ? others : content;
}

type ProposedVersion = Pick<VersionView, 'periodFrom' | 'periodTo' | 'scheme' | 'goals'>;

function introduction({ scheme, periodFrom: from, periodTo: to }: ProposedVersion, goals: readonly GoalView[]): string {
	const budgetYear = goals.find((goal) => goal.budgetYear !== null)?.budgetYear;
	const budget = budgetYear ? ` Sie gelten für die Haushaltsplanungen ab ${budgetYear}.` : '';
	const beginnings: Record<LevelScheme['periodType'], string> = {
		horizon: `Für die zukünftige strategische Ausrichtung werden die folgenden langfristigen Ziele festgelegt, die bis ${to} erreicht werden sollen.`,
		'calendar-year': `Für das Kalenderjahr ${to} wird das folgende Zielsystem beschlossen.`,
		'budget-year': `Für das Haushaltsjahr ${to} wird das folgende Zielsystem beschlossen.`,
		term: `Für die Wahlperiode von ${from} bis ${to} wird das folgende Zielsystem beschlossen.`
	};
	return `${beginnings[scheme.periodType]}${budget}`;
}

function section({ key, label }: LevelScheme['levels'][number], goals: readonly GoalView[]): DocNode[] {
	const own = goals.filter(({ levelKey }) => levelKey === key);
	return [heading(2, label.many.de), ...own.flatMap(goalBlocks)];
}

const signOf = ({ number }: GoalView): string => (number.includes('.') ? number : `${number}.`);

function goalBlocks(goal: GoalView): DocNode[] {
	const { text, points } = goal;
	const [title = '', ...more] = text.split('\n').filter((line) => line !== '');
	return [
		heading(3, `${signOf(goal)} ${title}`),
		...more.map(paragraph),
		...(points.length > 0 ? [list('bulletList', points)] : [])
	];
}

/** A goal that a text says differently, with the words and points of that text. */
export interface ChangedGoal {
	goal: GoalView;
	text: string;
	points: string[];
}

/** The goals of a version that a proposal says differently from the goal system, in its order. */
export function changedGoals(version: ProposedVersion, proposal: Doc): ChangedGoal[] {
	return goalsIn(version, proposal).flatMap(({ goal, said }) => {
		const own = goalBlocks(goal);
		return !said || docToPlain(asDoc(own)) === docToPlain(asDoc(said)) ? [] : [{ goal, ...wordsOf(goal, said) }];
	});
}

/** The goals of a version that a proposal does not mention under their number. */
export function goalsLeftOut(version: ProposedVersion, proposal: Doc): GoalView[] {
	return goalsIn(version, proposal)
		.filter(({ said }) => said === null)
		.map(({ goal }) => goal);
}

/** Each goal with the blocks that a proposal has for it: its numbered heading below its level, up to the next heading. */
function goalsIn(
	{ scheme, goals }: ProposedVersion,
	{ content = [] }: Doc
): { goal: GoalView; said: DocNode[] | null }[] {
	const kept = goals.filter(({ status }) => status !== 'dropped');
	return scheme.levels.flatMap(({ key, label }) => {
		const from = content.findIndex((block) => isHeading(block, 2) && docToPlain(block) === label.many.de);
		const end = content.findIndex((block, at) => at > from && isHeading(block, 2));
		const section = from < 0 ? [] : content.slice(from + 1, end < 0 ? undefined : end);
		return kept.filter(({ levelKey }) => levelKey === key).map((goal) => ({ goal, said: blocksOf(goal, section) }));
	});
}

function blocksOf(goal: GoalView, section: readonly DocNode[]): DocNode[] | null {
	const from = section.findIndex((block) => isHeading(block, 3) && docToPlain(block).startsWith(`${signOf(goal)} `));
	if (from < 0) return null;
	const end = section.findIndex((block, at) => at > from && block.type === 'heading');
	return section.slice(from, end < 0 ? undefined : end);
}

function wordsOf(goal: GoalView, [title, ...rest]: DocNode[]): Pick<ChangedGoal, 'text' | 'points'> {
	const isList = ({ type }: DocNode) => listItems.has(type);
	const words = docToPlain(title!).slice(signOf(goal).length).trim();
	const more = rest.filter((block) => !isList(block)).map(docToPlain);
	const points = rest.filter(isList).flatMap(({ content = [] }) => content.map(docToPlain));
	return { text: [words, ...more].filter((line) => line !== '').join('\n'), points };
}

const isHeading = ({ type, attrs }: DocNode, level: number) => type === 'heading' && attrs?.level === level;
const asDoc = (content: readonly DocNode[]): DocNode => ({ type: 'doc', content });
