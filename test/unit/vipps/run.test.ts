import { runWith } from './anyRun';

const timed = async (signal: AbortSignal | undefined, milliseconds: number) => {
	const start = Date.now();
	await runWith(signal).pause(milliseconds);
	return Date.now() - start;
};

describe('a pause of a run', () => {
	it('lasts as long as it is asked to', async () => {
		expect(await timed(undefined, 600)).toBeGreaterThanOrEqual(590);
	});

	it('ends soon after the user ends the execution', async () => {
		expect(await timed(AbortSignal.timeout(100), 20_000)).toBeLessThan(2000);
	});

	it('does not begin in an execution that has been ended', async () => {
		expect(await timed(AbortSignal.abort(), 20_000)).toBeLessThan(100);
	});
});
