import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { isChangeOrigin } from '@tiptap/extension-collaboration';

/**
 * Who presses "bold" and then writes gets bold letters, also when somebody else wrote in between: a change that comes from
 * others does not take back which marks were chosen here.
 */
export const chosenMarks = new Plugin({
	appendTransaction(transactions, before, after) {
		const chosen = before.storedMarks;
		if (!chosen || after.storedMarks || !after.selection.empty) return null;
		return transactions.every((step) => !step.docChanged || isChangeOrigin(step))
			? after.tr.setStoredMarks(chosen)
			: null;
	}
});

export const ChosenMarks = Extension.create({ name: 'chosenMarks', addProseMirrorPlugins: () => [chosenMarks] });
