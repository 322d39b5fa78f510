import { holdLock, tryLock } from '../../../host/process/lock.cts';
import {
	deadPid,
	existsSync,
	join,
	ownPid,
	pause,
	rm,
	temporaryFolder,
	utimes,
	writeFile,
} from './machine.cts';

let folder: string;

beforeEach(async () => {
	folder = join(await temporaryFolder(), 'host');
});

afterEach(async () => await rm(join(folder, '..'), { recursive: true, force: true }));

describe('the lock on a folder', () => {
	it('lets one worker in at a time', async () => {
		const order: string[] = [];
		const work = (name: string) => async () => {
			order.push(`${name} begins`);
			await pause(50);
			order.push(`${name} ends`);
		};
		await Promise.all([holdLock(folder, work('a')), holdLock(folder, work('b'))]);
		expect(order).toHaveLength(4);
		expect(order[0]?.charAt(0)).toBe(order[1]?.charAt(0));
	});

	it('is released if the work fails', async () => {
		const failing = holdLock(folder, async () => await Promise.reject(new Error('no')));
		await expect(failing).rejects.toThrow('no');
		expect(existsSync(`${folder}.lock`)).toBe(false);
	});

	it('names the process that holds it', async () => {
		const taken = await tryLock(folder);
		expect(taken).toHaveProperty('release');
		expect(await tryLock(folder)).toEqual({ holder: ownPid });
	});

	it('is ignored if its process has ended', async () => {
		await writeFile(`${folder}.lock`, String(deadPid()));
		expect(await tryLock(folder)).toHaveProperty('release');
	});

	it('is respected without a process only for as long as it may still be written', async () => {
		await writeFile(`${folder}.lock`, '');
		expect(await tryLock(folder)).toEqual({ holder: 0 });
		const longAgo = new Date(Date.now() - 60_000);
		await utimes(`${folder}.lock`, longAgo, longAgo);
		expect(await tryLock(folder)).toHaveProperty('release');
	});
});
