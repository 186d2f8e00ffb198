import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Doc } from '#domain/texts/doc.ts';
import { list, paragraph, textOfBlocks } from '#text/blocks.ts';

interface Proposal {
	title: string;
	proposal: readonly { type: 'paragraph' | 'list'; lines: readonly string[] }[];
}

/** What the Kreistag of Helmstedt was asked to resolve in 2024, word for word. */
export const helmstedtProposal = JSON.parse(
	readFileSync(join(import.meta.dirname, '../seeds/helmstedt-proposal.json'), 'utf8')
) as Proposal;

/** The same as a text. */
export const helmstedtText = (): Doc =>
	textOfBlocks(
		...helmstedtProposal.proposal.map(({ type, lines }) =>
			type === 'list' ? list('bulletList', lines) : paragraph(lines[0])
		)
	);
