import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { unusableAnswer } from '../../vipps/errors';
import { failureOf, withFailure, type Failure } from '../../vipps/failure';
import type { Run } from '../../vipps/run';
import { sentences } from '../../vipps/wording';
import type { LedgerRead } from './readLedger';
import type { State } from './state';

/** A ledger's part in a poll. */
export interface Part extends LedgerRead {
	/** Whether its failure, if any, is only that the poll was over. */
	isCut: boolean;
}

/** What one poll brought, and the state to keep with it. */
export interface Polled {
	items: IDataObject[];
	state: State;
}

/**
 * What a poll comes to. A ledger that failed is told of in the log and holds back no other: its turn comes again in the next poll.
 *
 * @throws NodeApiError when every ledger failed, or the keys were refused, which is every ledger's failure
 */
export function weigh(run: Run, state: State, parts: Part[]): Polled {
	const failed = parts.filter(({ failure, isCut }) => failure !== undefined && !isCut);
	const untouched = parts.filter(({ pages, failure }) => pages === 0 && failure === undefined);
	const cut = parts.filter(({ pages, isCut }) => pages === 0 && isCut);
	const ofCause = (cause: Failure['cause']) =>
		failed.find(({ failure }) => failureOf(failure)?.cause === cause)?.failure;

	const refusal = ofCause('credential-invalid');
	if (refusal !== undefined) throw refusal;
	const isBarren = parts.length > 0 && parts.every(({ pages }) => pages === 0);
	if (isBarren) {
		const limit = ofCause('rate-limited');
		if (limit !== undefined) throw limit;
		// Where a few ledgers hold a poll up for all its time, the next one begins with others before it gives up.
		if (untouched.length === 0 || state.isBarren) throw worstOf(run, failed);
	}

	const positions = new Map(state.positions);
	for (const { ledgerId, position } of parts) positions.set(ledgerId, position);
	for (const part of failed) {
		const isRefused =
			part.pages === 0 && failureOf(part.failure)?.cause === 'configuration-invalid';
		if (!(isRefused && part.position.isRefused)) warn(run, part, isRefused);
		if (isRefused) positions.set(part.ledgerId, { ...part.position, isRefused });
	}
	const next = untouched[0] ?? cut[0];
	return {
		items: parts.flatMap(({ items }) => items),
		state: { ...state, positions, next: next?.ledgerId ?? null, isBarren },
	};
}

/** Of several failures the one that says most; of none, that there was no answer in time. */
function worstOf(run: Run, failed: Part[]): NodeApiError {
	const isAccess = ({ failure }: Part) => failureOf(failure)?.cause === 'configuration-invalid';
	const worst = failed.find((part) => !isAccess(part)) ?? failed[0];
	if (worst) return worst.failure as NodeApiError;
	const why =
		'Vipps did not answer in the time that n8n allows for a poll. It is asked again at the next one.';
	const error = unusableAnswer(run, 'any sales', why);
	return withFailure(error, { cause: 'temporarily-unavailable' });
}

function warn({ context, node }: Run, { ledgerId, failure }: Part, isRefused: boolean): void {
	const { message, description } = failure as NodeApiError;
	const { name } = node;
	const then = isRefused
		? 'The other ledgers go on; this one is asked again at each poll, and told of no more.'
		: 'It is asked again at the next poll.';
	context.logger.warn(`${name}: ${sentences([message, description ?? undefined, then])}`, {
		ledgerId,
	});
}
