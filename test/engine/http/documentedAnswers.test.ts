import { documentedEntry } from '../../unit/accounting/sales';
import { serveAnswers } from '../../rigs/engine/servers/answers';
import { Engine, workflowOf } from '../../rigs/engine/engine';

/** The sample answers of the documentation, word for word. */
const documentedLedger = {
	ledgerId: '302321',
	currency: 'NOK',
	payoutBankAccount: { scheme: 'BBAN:NO', id: '86011117947' },
	owner: { scheme: 'business:NO:ORG', id: '987654321' },
	settlesForRecipientHandles: ['api:123455', 'api:123456'],
	salesUnits: [{ name: 'ACME Fitness Oslo', recipientHandle: 'api:123455' }],
};
const salesPage = { items: [documentedEntry], cursor: '2ScAAAAAAAA=', hasMore: true };
const feed = '/sales/report/v1/ledgers/302321';

describe('the documented sample answers', () => {
	let server: Awaited<ReturnType<typeof serveAnswers>>;
	let engine: Engine;

	beforeAll(async () => {
		server = await serveAnswers({
			'/settlement/v1/ledgers': { items: [documentedLedger], cursor: '' },
			[feed]: salesPage,
			[`${feed}/dates/2026-01-19`]: { ...salesPage, hasMore: false },
			[`${feed}/references/12494299492`]: salesPage.items,
			[`${feed}/psp-references/35054310398`]: documentedEntry,
		});
		engine = new Engine({ clientId: 'id', clientSecret: 'secret', baseUrl: server.baseUrl });
	});
	afterAll(async () => await server.close());

	it('pass through unchanged: a ledger', async () => {
		const { items, error } = await engine.run(
			workflowOf({ resource: 'ledger', operation: 'getAll' }),
		);
		expect(error).toBeUndefined();
		expect(items).toEqual([documentedLedger]);
	});

	it.each([
		{
			name: 'from the feed',
			parameters: { operation: 'getFeed', output: 'entries', limit: 1 },
			added: {},
		},
		{
			name: 'of a date',
			parameters: { operation: 'getByDate', output: 'entries', period: 'date', date: '2026-01-19' },
			added: { ledgerDate: '2026-01-19' },
		},
		{
			name: 'by reference',
			parameters: { operation: 'getByReference', output: 'entries', reference: '12494299492' },
			added: {},
		},
		{
			name: 'by PSP reference',
			parameters: {
				operation: 'getByPspReference',
				output: 'entries',
				pspReference: '35054310398',
			},
			added: {},
		},
	])('pass through unchanged: an entry $name', async ({ parameters, added }) => {
		const ledgerId = { __rl: true, mode: 'id', value: '302321' };
		const { items, error } = await engine.run(
			workflowOf({ resource: 'sale', ledgerId, ...parameters }),
		);
		expect(error).toBeUndefined();
		expect(items).toEqual([{ ...documentedEntry, ledgerId: '302321', ...added }]);
	});

	it('leave the cursor of the page in the checkpoint', async () => {
		const ledgerId = { __rl: true, mode: 'id', value: '302321' };
		const parameters = {
			resource: 'sale',
			operation: 'getFeed',
			output: 'entries',
			ledgerId,
			limit: 1,
		};
		const { outputs } = await engine.run(workflowOf(parameters));
		expect(outputs[1]?.map(({ json }) => json)).toEqual([
			{ feed: 'sales', ledgerId: '302321', cursor: '2ScAAAAAAAA=', count: 1, hasMore: true },
		]);
	});
});
