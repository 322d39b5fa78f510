import type { INodeParameters } from 'n8n-workflow';

import type { Topic } from '../../../../sandbox/index';
import { typeOf } from '../../../rigs/engine/nodeTypes';
import { expectedMoney, expectedStatements, type MoneyOutputName } from '../checks/expectedMoney';
import type { Random } from '../testBed/random';
import type { TestBed } from '../testBed/testBed';
import type { DateChoice } from './dateJob';
import { compareItems, expectNoItems, randomOnError, LEDGER_OF_INPUT, type Job } from './job';

/** The node type of Vipps Settlement. */
export const SETTLEMENT = typeOf('vippsSettlement');

/** A value of Output for transactions and fees. */
export const randomMoneyOutput = (random: Random): MoneyOutputName =>
	random.oneOf(['entries', 'rows']);

/** Gets the transactions, fees or statements of these dates; each input item is a ledger. */
export function moneyJob(testBed: TestBed, choice: DateChoice, random: Random): Job {
	const kind = random.oneOf(['funds', 'fees', 'statement'] as const);
	return kind === 'statement'
		? statementJob(testBed, choice, random)
		: entriesJob(testBed, kind, choice, random);
}

function entriesJob(testBed: TestBed, topic: Topic, choice: DateChoice, random: Random): Job {
	const { ledgerIds, dates, limit = Infinity } = choice;
	const resource = topic === 'funds' ? 'transaction' : 'fee';
	const operation = `${topic === 'funds' ? 'Transaction' : 'Fee'}: Get by Date`;
	const output = randomMoneyOutput(random);
	return {
		...settlement(operation, choice, random, {
			...{ resource, output, returnAll: limit === Infinity },
			...(limit !== Infinity && { limit }),
		}),
		check(result, index, checking) {
			if (result.error) return expectNoItems(result, checking);
			const ledgerId = ledgerIds[index] ?? '';
			let left = limit;
			const expected = dates.flatMap((date) => {
				const entries = testBed.truth.movementsOfDate(ledgerId, topic, date).slice(0, left);
				left -= entries.length;
				return expectedMoney(output, entries, ledgerId, testBed.isFinal(ledgerId, date));
			});
			compareItems(operation, expected, result.items, checking);
		},
	};
}

/** On a ledger without an entry on these dates it depends on others what there is to say: such a one is left out. */
function statementJob(testBed: TestBed, choice: DateChoice, random: Random): Job {
	const { truth } = testBed;
	const operation = 'Statement: Get by Date';
	const ofDate = (ledgerId: string, date: string) => truth.movementsOfDate(ledgerId, 'funds', date);
	const ledgerIds = choice.ledgerIds.filter((ledgerId) =>
		choice.dates.some((date) => ofDate(ledgerId, date).length > 0),
	);
	return {
		...settlement(operation, { ...choice, ledgerIds }, random, { resource: 'statement' }),
		check(result, index, checking) {
			if (result.error) return expectNoItems(result, checking);
			const ledgerId = ledgerIds[index] ?? '';
			const dates = choice.dates.map((ledgerDate) => ({
				ledgerDate,
				entries: ofDate(ledgerId, ledgerDate),
				isFinal: testBed.isFinal(ledgerId, ledgerDate),
			}));
			compareItems(operation, expectedStatements(ledgerId, dates), result.items, checking);
		},
	};
}

function settlement(
	operation: string,
	{ ledgerIds, dates }: DateChoice,
	random: Random,
	parameters: INodeParameters,
): Omit<Job, 'check'> {
	return {
		operation,
		type: SETTLEMENT,
		parameters: {
			operation: 'getByDate',
			ledgerId: LEDGER_OF_INPUT,
			period: 'dateRange',
			...{ fromDate: dates.at(0), toDate: dates.at(-1) },
			...parameters,
		},
		input: ledgerIds.map((ledgerId) => ({ ledgerId })),
		onError: randomOnError(random),
		ledgerIds,
	};
}
