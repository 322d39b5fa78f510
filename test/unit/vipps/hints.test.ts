import { createHints } from '../../../vipps/hints';

describe('hints', () => {
	const total = (values: number[]) => `${values.length} in all: ${values.join(' + ')}`;
	const other = (values: number[]) => `${values.length} others`;

	it('sum values up in one, in order, for each kind', () => {
		const hints = createHints();
		hints.collect('info', 1, total);
		hints.collect('warning', 7, other);
		hints.collect('info', 2, total);
		hints.collect('info', 2, total);
		expect(hints.take()).toEqual([
			{ type: 'info', message: '3 in all: 1 + 2 + 2' },
			{ type: 'warning', message: '1 others' },
		]);
	});

	it('are given once', () => {
		const hints = createHints();
		hints.collect('info', 1, total);
		hints.take();
		expect(hints.take()).toEqual([]);
		hints.collect('info', 2, total);
		expect(hints.take()).toEqual([{ type: 'info', message: '1 in all: 2' }]);
	});
});
