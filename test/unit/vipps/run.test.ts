import { runWith } from './anyRun';

const timed = async (signal: AbortSignal | undefined, milliseconds: number) => {
	const start = Date.now();
	await runWith(signal).pause(milliseconds);
	return Date.now() - start;
};

describe('a pause of a run', () => {
	it('lasts as long as requested', async () => {
		expect(await timed(undefined, 600)).toBeGreaterThanOrEqual(590);
	});

	it('ends soon after the user cancels the execution', async () => {
		expect(await timed(AbortSignal.timeout(100), 20_000)).toBeLessThan(10_000);
	});

	it('does not begin if the execution has been cancelled', async () => {
		expect(await timed(AbortSignal.abort(), 20_000)).toBeLessThan(10_000);
	});
});
