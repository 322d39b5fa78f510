import { nodeOf, type Case, type Contender } from '../cases/case';

const names: Record<Exclude<Contender, 'node'>, string> = {
	peer: 'HTTP Request + Split Out',
	peerAtDefaultPage: 'HTTP Request + Split Out, default pages',
	peerUnpaged: 'HTTP Request + Split Out, no pagination',
	peerInBatches: 'HTTP Request + Split Out, no pagination, in batches',
	bareNode: 'Bare node',
	axios: 'axios loop',
};

/** The name of a contender in the report of these cases. */
export const contenderName = (contender: Contender, cases: readonly Case[]): string =>
	contender === 'node' ? ourName(cases) : names[contender];

/** The nodes of this package that these cases measure. */
export const ourName = (cases: readonly Case[]): string =>
	[...new Set(cases.map(nodeOf))].join(' or ');

/** The title of a case in the report. */
export const titleOf = ({ title, latencyMs }: Case): string =>
	latencyMs > 0 ? `${title}, ${latencyMs} ms a call` : title;
