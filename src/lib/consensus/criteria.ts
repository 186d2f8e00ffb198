import { asRecord } from './result.ts';

/** By what options are scored. */
export interface CriterionView {
	id: string;
	label: string;
	weight: number;
}

/** The criteria in the stored rules of a scoring round. */
export function criteriaOf(params: Readonly<Record<string, unknown>>): CriterionView[] {
	const stored = Array.isArray(params.criteria) ? (params.criteria as unknown[]) : [];
	return stored.map(asRecord).map(({ id, label, weight }) => ({
		id: String(id),
		label: String(label),
		weight: Number(weight)
	}));
}
