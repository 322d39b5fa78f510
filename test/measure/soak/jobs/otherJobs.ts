import { check, checkNothing, drawOnError, drawOutput, LEDGER_OF_INPUT, type Job } from './job';
import type { Draw } from '../rounds/random';
import { shapeOf } from '../checks/expectedItems';
import type { World } from '../run/testBed';

/** Looks up some orders or transactions, now and then one that does not exist. */
export function lookUpJob(world: World, draw: Draw): Job {
	const isByPsp = draw.chance(0.5);
	const field = isByPsp ? 'pspReference' : 'reference';
	const operation = isByPsp ? 'Get by PSP Reference' : 'Get by Reference';
	const isUnknown = draw.chance(0.1);
	const ifNotFound = draw.oneOf(['error', 'empty']);
	const output = drawOutput(draw);
	const wanted = draw
		.someOf(world.bookmarks, draw.between(1, 4))
		.map(({ ledgerId }) => ({ ledgerId, sales: world.truth.sales(ledgerId) }))
		.filter(({ sales }) => sales.length > 0)
		.map(({ ledgerId, sales }) => ({ ledgerId, id: draw.oneOf(sales)[field] }))
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
		onError: drawOnError(draw),
		ledgerIds: wanted.map(({ ledgerId }) => ledgerId),
		mayFail: isUnknown && ifNotFound === 'error',
		judge(part, index, judging) {
			if (part.error) return checkNothing(part, judging);
			const { ledgerId = '', id } = wanted[index] ?? {};
			const entries = world.truth.sales(ledgerId).filter((entry) => entry[field] === id);
			check(operation, shapeOf(output, entries, ledgerId), part.items, judging);
			if (isUnknown && ifNotFound === 'error') judging.complain('an unknown sale was no error');
		},
	};
}

/** Lists the ledgers: all, some, or those of a handle. */
export function ledgersJob(world: World, draw: Draw): Job {
	const operation = 'Ledger: Get Many';
	const all = world.truth.ledgers();
	const limit = draw.chance(0.4) ? draw.between(1, all.length) : Infinity;
	const handle = draw.chance(0.3) ? draw.oneOf(all).settlesForRecipientHandles.at(0) : undefined;
	const found = handle
		? all.filter(({ settlesForRecipientHandles: handles }) => handles.includes(handle))
		: all;
	return {
		operation,
		parameters: {
			resource: 'ledger',
			operation: 'getAll',
			returnAll: limit === Infinity,
			...(limit !== Infinity && { limit }),
			filters: handle ? { recipientHandle: handle } : {},
		},
		input: [{}],
		onError: drawOnError(draw),
		ledgerIds: [],
		judge(part, _, judging) {
			if (part.error) return checkNothing(part, judging);
			check(operation, found.slice(0, limit), part.items, judging);
		},
	};
}
