import { startProgram, tailOf } from '../../../host/process/program.cts';
import { runProgram } from '../../../host/process/run.cts';
import {
	isAlive,
	join,
	node,
	pause,
	readFile,
	rm,
	runOptions,
	temporaryFolder,
} from './machine.cts';

let folder: string;

beforeAll(async () => {
	folder = await temporaryFolder();
});

afterAll(async () => await rm(folder, { recursive: true, force: true }));

const options = (name: string) => runOptions(folder, name);

describe('a program', () => {
	it('runs until it ends, with any exit code, and its output is complete', async () => {
		const script = 'console.log("x".repeat(1e6)); console.error("why"); process.exit(3)';
		const run = await runProgram(node, ['-e', script], options('output'));
		expect(run.code).toBe(3);
		expect(run.stdout).toHaveLength(1e6 + 1);
		expect(run.tail).toMatch(/x\nwhy$/);
	});

	it('is stopped if it takes too long, and the message has its last lines', async () => {
		const script = 'console.log("still here"); setInterval(() => {}, 1000)';
		const late = runProgram(node, ['-e', script], { ...options('late'), limitMs: 800 });
		await expect(late).rejects.toThrow(/did not end within 1 s[^]*still here/);
	});

	it('is an error if it cannot be started', async () => {
		await expect(runProgram('no-such-program', [], options('none'))).rejects.toThrow(
			/could not be started/,
		);
	});

	it('is killed with all that it started, even if it ignores the request to end', async () => {
		const log = options('group');
		const child = 'setInterval(() => {}, 1000)';
		const script = `
			process.on('SIGTERM', () => {});
			const { pid } = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}]);
			require('node:fs').writeFileSync('pid', String(pid));
			${child}`;
		const program = startProgram(node, ['-e', script], log);
		let pid = 0;
		for (; !pid; await pause(20))
			pid = Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => ''));
		expect(isAlive(pid)).toBe(true);

		const exit = await program.stop(200);
		expect(exit.signal).toBe('SIGKILL');
		for (let tries = 0; isAlive(pid) && tries < 100; tries++) {
			await pause(20);
		}
		expect(isAlive(pid)).toBe(false);
	});
});

describe('the tail of a log', () => {
	it('has the last lines of both files, errors last, without empty lines and noise', () => {
		const out = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n');
		const tail = tailOf(out, 'npm http fetch\n\nfailed\n', /^npm http/).split('\n');
		expect(tail).toHaveLength(16);
		expect(tail[0]).toBe('line 25');
		expect(tail[15]).toBe('failed');
	});
});
