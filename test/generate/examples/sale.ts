import type { INodeParameters } from 'n8n-workflow';

import type { SalesEntry } from '../../../sandbox/index';
import { ledger, type Rig } from '../../rigs/engine/rig';
import type { Example } from './example';
import { runOf } from './runOf';

const BAKERY = '302321';

/** Examples of what ledgers and sales give, by part of the document. */
export async function saleExamples(rig: Rig): Promise<Array<[part: string, example: Example]>> {
	const typed = orderIn(rig, '302334', () => true);
	const basket = orderIn(rig, BAKERY, isSmallBasket);
	const refund = refundOf(rig, '602118');
	const order = {
		...{ resource: 'sale', operation: 'getByReference' },
		...{ ledgerId: ledger(BAKERY), reference: basket },
	};
	const example = async (part: string, parameters: INodeParameters, most?: number) => {
		const [items = []] = await runOf(rig, parameters);
		return [part, { parameters, outputs: [{ items, most }] }] as [string, Example];
	};
	return [
		await example('ledger-get-many', { resource: 'ledger', operation: 'getAll', returnAll: true }),
		await example('sale-get-by-date', {
			...{ resource: 'sale', operation: 'getByDate', ledgerId: ledger('451207') },
			...{ period: 'date', date: '2026-06-14', returnAll: true, output: 'rows' },
		}),
		await example(
			'sale-get-by-reference',
			{
				...{ resource: 'sale', operation: 'getByReference' },
				...{ ledgerId: ledger('302334'), reference: typed, output: 'rows' },
			},
			2,
		),
		await example('sale-get-by-psp-reference', {
			...{ resource: 'sale', operation: 'getByPspReference' },
			...{ ledgerId: ledger('602118'), pspReference: refund, output: 'rows' },
		}),
		await feedExample(rig),
		await example('entries', { ...order, output: 'entries' }, 2),
		await example('rows', { ...order, output: 'rows' }, 2),
		await example('lines', { ...order, output: 'lines' }, 4),
	];
}

async function feedExample(rig: Rig): Promise<[string, Example]> {
	const parameters = {
		...{ resource: 'sale', operation: 'getFeed', ledgerId: ledger(BAKERY) },
		...{ limit: 100, output: 'rows' },
	};
	const [entries = [], checkpoint = []] = await runOf(rig, parameters);
	const outputs = [
		{ output: 'Sales', items: entries },
		{ output: 'Checkpoint', items: checkpoint },
	];
	return ['sale-get-from-feed', { parameters, outputs }];
}

/** The reference of the first order of one capture and one refund, both of which fit. */
function orderIn({ sandbox }: Rig, ledgerId: string, fits: (entry: SalesEntry) => boolean): string {
	const sales = sandbox.sales(ledgerId);
	const refunds = sales.filter(({ entryType }) => entryType === 'refund');
	const found = refunds.find(({ reference }) => {
		const order = sales.filter((entry) => entry.reference === reference);
		return order.length === 2 && order.every(fits);
	});
	if (found === undefined) throw new Error(`Ledger ${ledgerId} has no such order`);
	return found.reference;
}

/** Two lines of two VAT rates, with a discount, paid through a payment provider. */
const isSmallBasket = ({ lines, pspReference }: SalesEntry): boolean =>
	pspReference !== null &&
	lines?.length === 2 &&
	new Set(lines.map(({ vatRate }) => vatRate)).size === 2 &&
	lines.every(({ vatAmount }) => Boolean(vatAmount)) &&
	lines.some(({ quantity, discountTotal }) => Math.abs(quantity) > 1 && discountTotal !== 0);

function refundOf({ sandbox }: Rig, ledgerId: string): string {
	const refund = sandbox
		.sales(ledgerId)
		.find((entry) => entry.entryType === 'refund' && entry.pspReference && entry.amounts.vat);
	if (!refund?.pspReference) throw new Error(`Ledger ${ledgerId} has no such refund`);
	return refund.pspReference;
}
