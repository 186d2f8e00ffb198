import { steps as stepRules, stepKinds, type StepKind } from '#domain/sessions/steps.ts';

/** A step as it stands in the form. */
export interface TypedStep {
	id: string | null;
	kind: StepKind;
	title: string;
	prompt: string;
	/** Minutes as they were typed. */
	minutes: string;
	areaId: string | null;
	anonymous: boolean;
}

const known = (kind: string | undefined): StepKind => stepKinds.find((one) => one === kind) ?? 'discuss';

/** The steps of the form in the order of its rows. Each row sends each field once. */
export function readSteps(form: FormData): TypedStep[] {
	const column = (name: string) => form.getAll(name).map(String);
	const [ids, kinds, prompts, minutes, areas, authors] = ['id', 'kind', 'prompt', 'minutes', 'area', 'authors'].map(
		column
	);
	return column('title').map((title, at) => ({
		id: ids?.[at] || null,
		kind: known(kinds?.[at]),
		title,
		prompt: prompts?.[at] ?? '',
		minutes: minutes?.[at] ?? '',
		areaId: areas?.[at] || null,
		anonymous: authors?.[at] === 'nobody'
	}));
}

/** What the pressed button asks for: `up:2`, `down:2`, `remove:2`, `add`, or nothing but saving. */
export function rearrange(steps: readonly TypedStep[], wish: string, newTitle: string): TypedStep[] {
	const [what, place] = wish.split(':');
	const at = Number(place);
	switch (what) {
		case 'up':
			return swapped(steps, at - 1);
		case 'down':
			return swapped(steps, at);
		case 'remove':
			return steps.filter((_, index) => index !== at);
		case 'add':
			return withNew(steps, newTitle);
		default:
			return [...steps];
	}
}

/** Changes places with the next one. */
function swapped(steps: readonly TypedStep[], first: number): TypedStep[] {
	const [one, other] = [steps[first], steps[first + 1]];
	return one && other ? steps.with(first, other).with(first + 1, one) : [...steps];
}

/** A new step comes before the last one, in which results are recorded. */
function withNew(steps: readonly TypedStep[], title: string): TypedStep[] {
	const minutes = String(stepRules.discuss.defaultMinutes);
	const fresh: TypedStep = { id: null, kind: 'discuss', title, prompt: '', minutes, areaId: null, anonymous: false };
	const at = steps.at(-1)?.kind === 'record' ? steps.length - 1 : steps.length;
	return steps.toSpliced(at, 0, fresh);
}
