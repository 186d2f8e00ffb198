import { closeCodes, type CloseCode } from '#protocol/close-codes.ts';
import type { DocumentAddress } from '#protocol/document-names.ts';
import type { DocumentLog, LogRow } from './document-log.ts';
import { Room, type Member, type RoomServices } from './room.ts';

/** What rooms need from their surroundings. */
export interface RoomsServices extends RoomServices {
	readonly documents: Pick<DocumentLog, 'after' | 'compact' | 'load' | 'owners'>;
}

/** The documents that are open in this process. A room is loaded for the first who comes and leaves memory some time after the last. */
export class Rooms {
	readonly #open = new Map<string, Room>();
	readonly #loading = new Map<string, { room: Promise<Room | null>; arrived: LogRow[] }>();
	readonly #unloading = new Map<Room, NodeJS.Timeout>();

	private readonly services: RoomsServices;

	constructor(services: RoomsServices) {
		const lost = ({ name }: Room) =>
			this.discard(name, closeCodes.tryAgainLater, 'this document has moved on without this process');
		this.services = { ...services, lost };
	}

	get all(): Iterable<Room> {
		return this.#open.values();
	}

	opened(name: string): Room | undefined {
		return this.#open.get(name);
	}

	/** The room of a document, loaded if need be; null when there is no such document. */
	async open(name: string, address: DocumentAddress): Promise<Room | null> {
		const present = this.#open.get(name);
		if (present) return present;
		const underWay = this.#loading.get(name);
		if (underWay) return underWay.room;
		const arrived: LogRow[] = [];
		const room = this.#load(name, address, arrived).finally(() => this.#loading.delete(name));
		this.#loading.set(name, { room, arrived });
		return room;
	}

	/** Rows were committed; `own` are those that a room here has judged. A room that is not open learns of them when it is loaded. */
	arrived(name: string, rows: readonly LogRow[], own = false): void {
		this.#open.get(name)?.arrived(rows, own);
		this.#loading.get(name)?.arrived.push(...rows);
	}

	enter(room: Room, member: Member): void {
		room.members.add(member);
		clearTimeout(this.#unloading.get(room));
		this.#unloading.delete(room);
	}

	leave(room: Room, member: Member): void {
		room.members.delete(member);
		room.presence.leave(member);
		room.presenceChanged();
		this.#unloadLater(room);
	}

	/** What a room believes does not hold any more: everybody has to leave, and who comes back finds it as it is on disk. */
	discard(name: string, code: CloseCode, reason: string): void {
		const room = this.#open.get(name);
		if (!room) return;
		this.#unload(room);
		for (const member of [...room.members]) member.close(code, reason);
	}

	close(): void {
		for (const room of [...this.#open.values()]) this.#unload(room);
	}

	async #load(name: string, address: DocumentAddress, arrived: LogRow[]): Promise<Room | null> {
		const stored = await this.services.documents.load(name);
		if (!stored) return null;
		const room = new Room(name, address, stored, this.services);
		this.#open.set(name, room);
		this.services.neighbours?.opened(room);
		room.arrived(arrived.sort((a, b) => a.seq - b.seq));
		this.#unloadLater(room);
		return room;
	}

	#unloadLater(room: Room): void {
		if (room.members.size > 0 || this.#open.get(room.name) !== room) return;
		clearTimeout(this.#unloading.get(room));
		const timer = setTimeout(() => {
			if (room.members.size === 0 && room.waiting === 0) this.#unload(room);
			else this.#unloadLater(room);
		}, this.services.limits.unloadAfter);
		this.#unloading.set(room, timer);
	}

	#unload(room: Room): void {
		clearTimeout(this.#unloading.get(room));
		this.#unloading.delete(room);
		this.#open.delete(room.name);
		this.services.neighbours?.closed(room);
		room.close();
	}
}
