import { switchTable, type SwitchName } from '../../../sandbox/index';
import { payoutsBetween, useSettlementRig } from '../../rigs/engine/settlement/settlementRig';

const held = useSettlementRig();

const concerned = [
	...(['dateCloses', 'openDate', 'reportPages', 'emptyReportPages', 'reportNoAccess'] as const),
	...(['payoutReference', 'missingHandle', 'retentionReference'] as const),
] satisfies SwitchName[];
const readings = concerned.flatMap((name) =>
	switchTable[name].readings.slice(1).map((reading) => ({ name, reading })),
);

const options = { includeTransactions: true };
/** A busy date, a week, a month, one below zero, a reserve, a ledger that is new. */
const periods = [
	payoutsBetween('302321', '2026-05-15', '2026-05-17'),
	payoutsBetween('302334', '2026-06-01', '2026-06-14'),
	payoutsBetween('0451893', '2026-06-08', '2026-06-14'),
	payoutsBetween('602118', '2026-06-03', '2026-06-12'),
	payoutsBetween('602745', '2026-04-25', '2026-05-05'),
];

describe('whatever the reading of the documentation, payouts are the same', () => {
	const payoutsOf = async () => {
		const rows = [];
		for (const parameters of periods) {
			const { items, error } = await held.run({ ...parameters, options });
			expect(error).toBeUndefined();
			rows.push(...items);
		}
		return rows;
	};
	/** Without the fields that a reading itself changes. */
	const plain = (rows: Awaited<ReturnType<typeof payoutsOf>>) =>
		JSON.parse(
			JSON.stringify(rows, (key, value: unknown) =>
				['reference', 'recipientHandle', 'pspReference'].includes(key) ? undefined : value,
			),
		) as typeof rows;

	it.each(readings)('$name: $reading', async ({ name, reading }) => {
		const before = await payoutsOf();
		expect(before.length).toBeGreaterThan(20);
		Object.assign(held.sandbox.switches, { [name]: reading });
		const after = await payoutsOf();
		// Only Norwegian texts can be built.
		const isUnknown = (currency: unknown) => name === 'payoutReference' && currency !== 'NOK';
		expect(plain(after)).toEqual(
			plain(before).map((row) => (isUnknown(row.currency) ? { ...row, bankText: null } : row)),
		);
	});

	it('also all at once, on small pages with empty ones between', async () => {
		const before = await payoutsOf();
		Object.assign(held.sandbox.switches, {
			...{ reportPages: 'small', emptyReportPages: 'between', openDate: 'notFound' },
			...{ reportNoAccess: 'empty', missingHandle: 'null', retentionReference: 'null' },
		});
		expect(plain(await payoutsOf())).toEqual(plain(before));
	});
});

describe('a ledger that these keys may not read', () => {
	it.each(switchTable.reportNoAccess.readings)(
		'is an error, never nothing, in every operation, if Vipps answers so: %s',
		async (reading) => {
			held.sandbox.switches.reportNoAccess = reading;
			const day = { ...payoutsBetween('999999', '2026-06-10') };
			for (const what of [
				{ resource: 'payout', operation: 'getAll' },
				{ resource: 'payout', operation: 'getAll', options: { includeOpen: true } },
				{ resource: 'transaction', operation: 'getByDate' },
				{ resource: 'fee', operation: 'getByDate' },
				{ resource: 'statement', operation: 'getByDate' },
				{ resource: 'transaction', operation: 'getFeed' },
				{ resource: 'fee', operation: 'getFeed' },
			]) {
				const { error, outputs } = await held.run({ ...day, ...what });
				expect([what, error?.message]).toEqual([what, expect.stringContaining('999999')]);
				expect(error?.description).toContain('Unknown ledger, or no access');
				expect(outputs.flat()).toEqual([]);
			}
		},
	);
});
