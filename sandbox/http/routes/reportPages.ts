import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Backend } from '../../state/backend';
import type { LedgerMoney } from '../../state/money';
import { topics, type Topic } from '../../wire';
import { ledgersOpenTo } from '../salesUnit';
import { known, type LedgerParams } from './ledgerSales';

/** Path parameters of a ledger's funds or fees. */
export interface ReportParams extends LedgerParams {
	topic: Topic;
}

/** Query parameters of funds and fees. There is no page size among them. */
export interface ReportQuery {
	cursor?: string;
	includeGDPRSensitiveData?: string;
}

/** JSON schema of both. Unknown parameters are let pass. */
export const reportSchema = {
	params: { type: 'object', properties: { topic: { enum: topics } } },
	querystring: {
		type: 'object',
		properties: {
			cursor: { type: 'string' },
			includeGDPRSensitiveData: { enum: ['true', 'false'] },
		},
	},
} as const;

/**
 * The money of a ledger; undefined for one that these keys may not read, by the reading that its
 * list is empty. Throws a 404 by the other one.
 */
export function ledgerMoney(
	backend: Backend,
	request: FastifyRequest<{ Params: ReportParams }>,
): LedgerMoney | undefined {
	const { ledgerId } = request.params;
	const isOpen = ledgersOpenTo(backend, request).some((ledger) => ledger.ledgerId === ledgerId);
	const money = isOpen ? backend.money(ledgerId) : undefined;
	return backend.switches.reportNoAccess === 'empty' ? money : known(money);
}

/** How many entries a page holds: the server's choice, which a header may tell (Report API guide). */
export function reportPageSize({ switches }: Backend, reply: FastifyReply): number {
	const { reportPages } = switches;
	const size = reportPages.startsWith('small') ? 100 : 1000;
	if (reportPages.endsWith('WithHeader')) void reply.header('Vipps-Feed-Page-Size', size);
	return size;
}
