import { definitionOf } from '#board/elements.ts';
import type { Desk } from './desk.svelte.ts';
import { copyByButton, cutByButton } from './clipboard-menu.ts';
import { duplicate } from './clipboard.ts';
import type { KeyWish } from './keys.ts';
import { changeLayer, group, recolour, stack, takeBack } from './wishes.ts';

/** Does what does not depend on the view. Answers whether it was such a wish. */
export function grantAtDesk(wish: KeyWish, desk: Desk, ids: readonly string[]): boolean {
	switch (wish.does) {
		case 'menu':
			if (ids.length > 0) desk.dialog = { is: 'menu', ids };
			return true;
		case 'move-to':
		case 'align': {
			const able = desk.changeable(ids);
			if (able.length > 0) desk.dialog = { is: wish.does === 'align' ? 'align' : 'move', ids: able };
			return true;
		}
		case 'bin':
		case 'export':
		case 'find':
		case 'help':
		case 'legend':
		case 'palette':
		case 'templates':
			desk.dialog = { is: wish.does };
			return true;
		case 'keep-template':
			desk.dialog = { is: 'keep-template', ids: [] };
			return true;
		case 'edit':
			if (desk.selection.active !== null) desk.edit(desk.selection.active);
			return true;
		case 'group':
			group(desk, ids);
			return true;
		case 'copy':
			void copyByButton(desk, ids);
			return true;
		case 'cut':
			void cutByButton(desk, ids);
			return true;
		case 'duplicate':
			duplicate(desk, ids);
			return true;
		case 'colour':
			recolour(desk, ids, wish.colour);
			return true;
		case 'stack':
			stack(desk, ids, wish.way);
			return true;
		case 'lock':
		case 'free':
			changeLayer(desk, ids, wish.does === 'lock' ? 'scaffold' : 'cards');
			return true;
		case 'undo':
		case 'redo':
			takeBack(desk, wish.does);
			return true;
		case 'choose-all':
			desk.selection.chooseAll(desk.order.filter((id) => !keepsContent(desk, id)));
			return true;
		default:
			return false;
	}
}

function keepsContent(desk: Desk, id: string): boolean {
	return definitionOf(desk.board.element(id)?.type ?? 'unknown').keepsContent;
}
