import type { Awareness } from 'y-protocols/awareness';
import type { PresenceIdentity } from '#protocol/presence.ts';

/** Who has a document open right now. Everybody counts once, however many tabs; oneself is not among the others. */
export class PeopleHere {
	#others = $state.raw<PresenceIdentity[]>([]);
	readonly #awareness: Awareness;
	readonly #ownId: string;
	readonly #look = () => void (this.#others = this.#present());

	constructor(awareness: Awareness, ownId: string) {
		this.#awareness = awareness;
		this.#ownId = ownId;
		this.#look();
		awareness.on('change', this.#look);
	}

	get others(): readonly PresenceIdentity[] {
		return this.#others;
	}

	close(): void {
		this.#awareness.off('change', this.#look);
	}

	#present(): PresenceIdentity[] {
		const states = [...this.#awareness.getStates().values()] as { user?: PresenceIdentity }[];
		const users = states.map(({ user }) => user).filter((user) => user?.id !== undefined && user.id !== this.#ownId);
		const once = users.filter((user, at) => users.findIndex((other) => other?.id === user?.id) === at);
		return once.filter((user) => user !== undefined).sort((a, b) => a.name.localeCompare(b.name, 'de'));
	}
}
