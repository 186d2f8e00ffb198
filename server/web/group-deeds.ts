import { addGroups } from '../commands/add-groups.ts';
import { changeGroup } from '../commands/change-group.ts';
import { removeGroupMember } from '../commands/remove-group-member.ts';
import { setGroupMember } from '../commands/set-group-member.ts';
import { setWifi } from '../commands/set-wifi.ts';
import { deed } from './act.ts';

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const dayOrNone = (form: FormData, name: string) => text(form, name) || null;

/** What whoever manages a process does with its groups. */
export const groupDeeds = {
	add: deed(addGroups, 'processId', (form) => ({
		groups: text(form, 'groups'),
		language: form.get('language') ?? undefined
	})),
	change: deed(changeGroup, 'processId', (form) => ({
		groupId: form.get('groupId'),
		room: text(form, 'room'),
		colour: form.get('colour'),
		endsOn: dayOrNone(form, 'endsOn')
	})),
	member: deed(setGroupMember, 'processId', (form) => ({
		groupId: form.get('groupId'),
		personId: form.get('personId'),
		role: form.get('role'),
		until: dayOrNone(form, 'until')
	})),
	leave: deed(removeGroupMember, 'processId', (form) => ({
		groupId: form.get('groupId'),
		personId: form.get('personId')
	})),
	wifi: deed(setWifi, 'processId', (form) => ({ name: text(form, 'name'), password: text(form, 'password') }))
};
