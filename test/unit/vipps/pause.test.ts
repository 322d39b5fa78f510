import { pause, type VippsContext } from '../../../vipps/context';

const contextWith = (signal: AbortSignal) =>
	({ getExecutionCancelSignal: () => signal }) as VippsContext;
const timed = async (context: VippsContext, milliseconds: number) => {
	const start = Date.now();
	await pause(context, milliseconds);
	return Date.now() - start;
};

describe('pause', () => {
	it('lasts as long as it is asked to', async () => {
		expect(await timed({} as VippsContext, 600)).toBeGreaterThanOrEqual(590);
	});

	it('ends soon after the user ends the run', async () => {
		expect(await timed(contextWith(AbortSignal.timeout(100)), 20_000)).toBeLessThan(2000);
	});

	it('does not begin in a run that has been ended', async () => {
		expect(await timed(contextWith(AbortSignal.abort()), 20_000)).toBeLessThan(100);
	});
});
