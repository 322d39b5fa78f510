import type { IDataObject, NodeApiError } from 'n8n-workflow';

import { unusableAnswer } from '../../../vipps/outcome/errors';
import { failureOf, withFailure, type Failure } from '../../../vipps/outcome/pollHint';
import type { Run } from '../../../vipps/run';
import { sentences } from '../../../vipps/outcome/wording';
import { noteFailure, report } from './lastingFailures';
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
	/** What an execution of its own is to say: that ledgers fail in poll after poll. */
	lasting?: NodeApiError;
}

/**
 * What a poll comes to. A ledger that failed holds back no other: it is told of in the log, and read again in the next poll.
 *
 * @param now ISO, UTC
 * @throws NodeApiError when every ledger failed, the keys being refused included
 */
export function weigh(run: Run, state: State, parts: Part[], now: string): Polled {
	const failed = parts.filter(({ failure, isCut }) => failure !== undefined && !isCut);
	const untouched = parts.filter(({ pages, failure }) => pages === 0 && failure === undefined);
	const cut = parts.filter(({ pages, isCut }) => pages === 0 && isCut);
	const isBarren = parts.length > 0 && parts.every(({ pages }) => pages === 0);
	if (isBarren) {
		const ofAll = ofCause(failed, 'credential-invalid') ?? ofCause(failed, 'rate-limited');
		if (ofAll !== undefined) throw ofAll;
		// Where a few ledgers hold a poll up for all its time, the next one begins with others before it gives up.
		if (untouched.length === 0 || state.isBarren) throw worstOf(run, failed);
	}

	const positions = new Map(state.positions);
	for (const { ledgerId, position } of parts) positions.set(ledgerId, position);
	for (const part of failed) {
		const isRefused = part.pages === 0 && isRefusal(part);
		if (!(isRefused && part.position.isRefused)) warn(run, part, isRefused);
		const position = part.pages === 0 ? noteFailure(part.position, now) : part.position;
		positions.set(part.ledgerId, isRefused ? { ...position, isRefused } : position);
	}
	const next = untouched[0] ?? cut[0];
	return {
		items: parts.flatMap(({ items }) => items),
		state: { ...state, positions, next: next?.ledgerId ?? null, isBarren },
		lasting: report(run, failed, positions, now),
	};
}

const ofCause = (failed: Part[], cause: Failure['cause']): unknown =>
	failed.find(({ failure }) => failureOf(failure)?.cause === cause)?.failure;

/** Whether access to the ledger is refused: a 401, too, where other ledgers were answered with the same token. */
function isRefusal({ failure }: Part): boolean {
	const cause = failureOf(failure)?.cause;
	return cause === 'configuration-invalid' || cause === 'credential-invalid';
}

/** Of several failures the one that says most; of none, that there was no answer in time. */
function worstOf(run: Run, failed: Part[]): NodeApiError {
	const worst = failed.find((part) => !isRefusal(part)) ?? failed[0];
	if (worst) return worst.failure as NodeApiError;
	const why =
		'Vipps did not answer in the time that n8n allows for a poll. It is asked again at the next one.';
	const error = unusableAnswer(run, 'any sales', why);
	return withFailure(error, { cause: 'temporarily-unavailable' });
}

function warn({ context, node }: Run, { ledgerId, failure }: Part, isRefused: boolean): void {
	const { message, description } = failure as NodeApiError;
	const then = isRefused
		? 'The other ledgers go on; this one is asked again at each poll, and told of no more.'
		: 'It is asked again at the next poll.';
	const words = sentences([message, description ?? undefined, then]);
	context.logger.warn(`${node.name}: ${words}`, { ledgerId });
}
