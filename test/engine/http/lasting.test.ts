import { found, useAnsweringServer } from '../../rigs/engine/answeringServer';
import { ledger } from '../../rigs/engine/rig';

const byDate = {
	resource: 'sale',
	operation: 'getByDate',
	output: 'entries',
	ledgerId: ledger('1'),
	period: 'date',
	date: '2026-05-16',
};

describe('an answer that fails many calls', () => {
	const held = useAnsweringServer();

	it('403 that speaks of an expired token gets one new token', async () => {
		held.answer = () =>
			held.calls.length === 1 ? { status: 403, body: { title: 'The token has expired' } } : found;
		expect((await held.run(byDate)).items).toHaveLength(1);
		expect([held.tokens, held.calls.length]).toEqual([2, 2]);
	});

	it('401 to all of 300 items costs one more token', async () => {
		held.answer = () => ({ status: 401, body: { statusCode: 401, message: 'Unauthorized' } });
		const { outputs } = await held.run(byDate, Array(300).fill({}), {
			onError: 'continueRegularOutput',
		});
		expect(outputs[0]).toHaveLength(300);
		expect(held.tokens).toBe(2);
		expect(held.calls.length).toBeLessThan(50);
	});

	it('401 to many calls under way costs one token for all', async () => {
		await held.run(byDate);
		held.tokens = 0;
		const { accessToken } = held.engine.credential.data;
		let good = 1;
		held.answer = ({ token }) => {
			const isDead = token === accessToken && good-- <= 0;
			return isDead ? { status: 401, body: { statusCode: 401, message: 'Expired' } } : found;
		};
		const { items } = await held.run(byDate, Array(60).fill({}));
		expect(items).toHaveLength(60);
		expect(held.tokens).toBe(1);
	});

	it.each([429, 503])('%d that lasts is waited for once in an execution', async (status) => {
		held.answer = () => ({
			status,
			body: { title: 'Too much' },
			headers: { 'retry-after': '0.01' },
		});
		const { items } = await held.run(byDate, Array(300).fill({}), {
			onError: 'continueRegularOutput',
		});
		expect(items).toHaveLength(300);
		expect(held.calls.length).toBeLessThan(100);
	});

	it('503 that lasts is waited for once, also where the calls go one by one', async () => {
		held.answer = () => ({ status: 503, body: '', headers: { 'retry-after': '0.01' } });
		const parameters = { ...byDate, options: { maxParallel: 1 } };
		await held.run(parameters, Array(50).fill({}), { onError: 'continueRegularOutput' });
		expect(held.calls).toHaveLength(5 + 1 + 1);
	});

	it('503 of one ledger is no reason to give up the others', async () => {
		held.answer = ({ segments }) =>
			segments.includes('down') ? { status: 503, body: '', headers: {} } : found;
		const parameters = { ...byDate, ledgerId: ledger('={{ $json.id }}') };
		const input = ['down', '1', 'down', '2', 'down', '3', '4'].map((id) => ({ id }));
		const { items } = await held.run({ ...parameters, options: { maxParallel: 1 } }, input, {
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ reference, error }) => Boolean(reference) && !error)).toEqual(
			input.map(({ id }) => id !== 'down'),
		);
	});
});
