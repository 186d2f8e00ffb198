import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentName } from '#protocol/document-names.ts';
import type { Limits } from '#protocol/limits.ts';
import { temporaryFolder } from '../support/folder.js';
import { later, Participant, until } from '../support/sync.ts';
import { SyncChild } from '../support/sync-child.ts';

/** What a disk that took nothing for some seconds has shown: letters that were written, and that somebody found at the end. */
export interface FullDisk {
	written: number;
	found: number;
	/** Whether anything was called saved while nothing could be. */
	lied: boolean;
}

/** More than the journal holds, so that the tables have to take some of it as well. */
const batches = 150;
const letters = 10_000;

/**
 * People write while the disk under the embedded database is full: first into the journal, then while somebody opens the document and
 * the tables would have to take what the journal holds. Null where no small file system can be mounted, which takes root.
 */
export async function fullDisk(limits: Partial<Limits>): Promise<FullDisk | null> {
	const disk = temporaryFolder('disk');
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk], { stdio: 'ignore' });
	} catch {
		return null;
	}
	const server = await SyncChild.start({
		dataDir: join(disk, 'data'),
		limits: { ...limits, closeWritersAfter: 60_000 }
	});
	try {
		return await writeOnFullDisk(server, disk);
	} finally {
		await server.kill9();
		execFileSync('umount', [disk]);
	}
}

async function writeOnFullDisk(server: SyncChild, disk: string): Promise<FullDisk> {
	const name: DocumentName = `text:${randomUUID()}`;
	await server.ask({ create: name });
	const anna = await new Participant(server, name, 'anna').synced();
	const write = () => anna.doc.getText('body').insert(0, 'x'.repeat(letters));
	for (let batch = 0; batch < batches / 2; batch++) write();
	await until(() => anna.isSaved, 20_000);
	const filler = join(disk, 'filler');
	const { bavail, bsize } = statfsSync(disk);
	writeFileSync(filler, Buffer.alloc(bavail * bsize));
	const bert = new Participant(server, name, 'bert');
	for (let batch = 0; batch < batches / 2; batch++) write();
	await later(7000);
	const lied = anna.isSaved;
	rmSync(filler);
	await until(() => anna.isSaved && bert.text.length === anna.text.length, 60_000);
	for (const one of [anna, bert]) one.leave();
	await server.kill9();
	await server.restart();
	const cora = await new Participant(server, name, 'cora').synced();
	const found = cora.text.length;
	cora.leave();
	return { written: batches * letters, found, lied };
}
