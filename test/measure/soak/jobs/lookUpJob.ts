import { expectedItems } from '../checks/expectedItems';
import type { Random } from '../testBed/random';
import type { TestBed } from '../testBed/testBed';
import {
	compareItems,
	expectNoItems,
	LEDGER_OF_INPUT,
	randomOnError,
	randomOutput,
	type Job,
} from './job';

/** Gets the sales of some orders or transactions; one job in ten asks for unknown ones. */
export function lookUpJob(testBed: TestBed, random: Random): Job {
	const isByPsp = random.chance(0.5);
	const field = isByPsp ? 'pspReference' : 'reference';
	const operation = isByPsp ? 'Get by PSP Reference' : 'Get by Reference';
	const isUnknown = random.chance(0.1);
	const ifNotFound = random.oneOf(['error', 'empty']);
	const output = randomOutput(random);
	const wanted = random
		.someOf(testBed.checkpoints, random.integer(1, 4))
		.map(({ ledgerId }) => ({ ledgerId, sales: testBed.truth.sales(ledgerId) }))
		.filter(({ sales }) => sales.length > 0)
		.map(({ ledgerId, sales }) => ({ ledgerId, id: random.oneOf(sales)[field] }))
		.flatMap(({ ledgerId, id }) =>
			id === null ? [] : [{ ledgerId, id: isUnknown ? `no ${id}` : id }],
		);
	return {
		operation,
		parameters: {
			resource: 'sale',
			operation: isByPsp ? 'getByPspReference' : 'getByReference',
			ledgerId: LEDGER_OF_INPUT,
			[field]: '={{ $json.id }}',
			output,
			options: { ifNotFound },
		},
		input: wanted,
		onError: randomOnError(random),
		ledgerIds: wanted.map(({ ledgerId }) => ledgerId),
		mayFail: isUnknown && ifNotFound === 'error',
		check(result, index, checking) {
			if (result.error) return expectNoItems(result, checking);
			const { ledgerId = '', id } = wanted[index] ?? {};
			const entries = testBed.truth.sales(ledgerId).filter((entry) => entry[field] === id);
			compareItems(operation, expectedItems(output, entries, ledgerId), result.items, checking);
			if (isUnknown && ifNotFound === 'error') checking.addFinding('an unknown sale was no error');
		},
	};
}
