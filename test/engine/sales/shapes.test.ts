import { documentedEntry } from '../../unit/accounting/sales';
import { serveAnswers } from '../../rigs/engine/servers/answers';
import { Engine, workflowOf } from '../../rigs/engine/engine';
import { ledger } from '../../rigs/engine/rig';

const { lines = [] } = documentedEntry;
/** Half an øre. */
const odd = { ...documentedEntry, reference: 'odd', amounts: { gross: 12.5 } };
const night = { ...documentedEntry, reference: 'night', time: '2026-06-30T22:30:00Z' };
const finnish = { ...night, time: '2026-06-30T21:30:00Z', currency: 'EUR' };
/** A part is given back, and all lines of the sale come along. */
const partly = {
	...documentedEntry,
	...{ entryType: 'refund', reference: 'partly' },
	amounts: { gross: 5000, net: null, vat: null },
	lines: [
		{ ...lines?.[0], quantity: 1, lineTotalGross: 12500, lineTotalNet: 10000, vatAmount: 2500 },
		{ ...lines?.[0], quantity: 1, lineTotalGross: 12500, lineTotalNet: 10000, vatAmount: 2500 },
	],
};
/** In JSON it is written 12345678901234567890. */
const inexact = { ...documentedEntry, pspReference: 12345678901234567000 };

describe('the items of Vipps Sales', () => {
	let server: Awaited<ReturnType<typeof serveAnswers>>;
	let engine: Engine;

	const feed = '/sales/report/v1/ledgers/302321';
	beforeAll(async () => {
		server = await serveAnswers({
			[feed]: { items: [night, odd, finnish, odd, partly], cursor: 'c', hasMore: false },
			[`${feed}/dates/2026-07-01`]: { items: [night, odd], hasMore: false },
			[`${feed}/dates/2026-07-02`]: { items: [night, finnish], hasMore: false },
			[`${feed}/references/night`]: { items: [night] },
			[`${feed}/references/odd`]: { items: [odd] },
			[`${feed}/references/inexact`]: { items: [inexact] },
			[`${feed}/references/partly`]: { items: [partly] },
		});
		engine = new Engine({ clientId: 'id', clientSecret: 'secret', baseUrl: server.baseUrl });
	});
	afterAll(async () => await server.close());

	const run = async (parameters: object, input = [{}]) =>
		await engine.run(
			workflowOf({ resource: 'sale', ledgerId: ledger('302321'), ...parameters }, input),
		);
	const byReference = (reference: string, output: string) =>
		run({ operation: 'getByReference', reference, output });

	it.each(['rows', 'lines'])(
		'as %s begin with the day of the sale, or the ledger date',
		async (output) => {
			const datesOf = async (parameters: object) => {
				const { items } = await run({ ...parameters, output });
				return items.map((item) => String(Object.entries(item)[0]));
			};
			const ofFeed = await datesOf({ operation: 'getFeed', output: 'entries' });
			expect(ofFeed.slice(0, 3)).toEqual([
				...['date,2026-07-01', 'date,2026-01-19', 'date,2026-07-01'],
			]);
			expect(
				await datesOf({ operation: 'getByReference', output: 'entries', reference: 'night' }),
			).toEqual(['date,2026-07-01']);
			expect(
				await datesOf({
					operation: 'getByDate',
					output: 'entries',
					period: 'date',
					date: '2026-07-02',
				}),
			).toEqual([...['date,2026-07-02', 'date,2026-07-02']]);
		},
	);

	it.each(['rows', 'lines'])('that are no %s come out as they were sent', async (output) => {
		const { items, outputs, error } = await run({ operation: 'getFeed', output });
		expect(error).toBeUndefined();
		const shapeError = expect.stringMatching(
			/^Sale on ledger 302321, 2026-01-19, reference odd, .*: amounts\.gross is 12\.5/,
		);
		const dedupeKey = expect.stringMatching(/^302321\|capture\|/);
		const origin = { date: '2026-01-19', ledgerId: '302321', ledgerDate: null, dedupeKey };
		expect(items.filter((item) => item.shapeError)).toEqual([
			...[
				{ ...odd, ...origin, shapeError },
				{ ...odd, ...origin, shapeError },
			],
		]);
		expect(items.filter((item) => !item.shapeError).length).toBeGreaterThanOrEqual(3);
		expect(outputs[1]?.[0]?.json).toMatchObject({ count: 5, cursor: 'c' });
	});

	it('that were asked for by date have the ledger date', async () => {
		const { items } = await run({
			operation: 'getByDate',
			period: 'date',
			date: '2026-07-01',
			output: 'rows',
		});
		expect(items[1]).toMatchObject({
			...{ date: '2026-07-01', ledgerDate: '2026-07-01', reference: 'odd' },
			shapeError: expect.stringContaining('Sale on ledger 302321, 2026-07-01'),
		});
	});

	it('that were sent odd are told of in one hint, in one execution of many items', async () => {
		const parameters = {
			operation: 'getByReference',
			output: 'entries',
			reference: '={{ $json.reference }}',
		};
		const input = ['night', 'odd', 'inexact', 'odd'].map((reference) => ({ reference }));
		const { items, hints } = await run({ ...parameters, output: 'rows' }, input);
		expect(items).toHaveLength(4);
		expect(hints).toEqual([
			{
				type: 'warning',
				message: expect.stringMatching(
					/^2 sales don't fit .* came out as Vipps sent them, .* reference odd, .* 12\.5/,
				),
			},
		]);
		expect((await run({ ...parameters, output: 'rows' }, [{ reference: 'night' }])).hints).toEqual(
			[],
		);
	});

	it.each(['entries', 'rows', 'lines'])(
		'as %s tell of a reference that lost digits, and keep the rest',
		async (output) => {
			const { items, hints } = await byReference('inexact', output);
			expect(items).toMatchObject([{ ...inexact, ledgerId: '302321' }]);
			expect(items[0]?.shapeError).toMatch(/pspReference is 12345678901234567000, a number that/);
			expect(hints).toHaveLength(1);
		},
	);

	it.each(['rows', 'lines'])(
		'as %s tell of a refund that repeats more than it is',
		async (output) => {
			const { items } = await byReference('partly', output);
			expect(items).toHaveLength(output === 'rows' ? 1 : 2);
			expect(items[0]).toMatchObject(output === 'rows' ? { gross: -50 } : { lineTotalGross: -125 });
			for (const { finding } of items) {
				expect(finding).toMatch(/^Order lines add up to 250\.00, the refund is 50\.00/);
			}
		},
	);
});
