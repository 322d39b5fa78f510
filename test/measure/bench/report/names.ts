import type { Case, Contender } from '../cases/case';

const names: Record<Contender, string> = {
	node: 'Vipps Sales',
	peer: 'HTTP Request + Split Out',
	peerAtDefaultPage: 'HTTP Request + Split Out, default pages',
	peerUnpaged: 'HTTP Request + Split Out, no pagination',
	peerInBatches: 'HTTP Request + Split Out, no pagination, in batches',
	bareNode: 'Bare node',
	axios: 'axios loop',
};

/** The name of a contender in the report. */
export const contenderName = (contender: Contender): string => names[contender];

/** The title of a case in the report. */
export const titleOf = ({ title, latencyMs }: Case): string =>
	latencyMs > 0 ? `${title}, ${latencyMs} ms a call` : title;
