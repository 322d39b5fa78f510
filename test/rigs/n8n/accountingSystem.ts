import fastify from 'fastify';

import type { WorkflowNode } from '../../../host/drive/n8n.cts';

/** What it does with a post: accept it, refuse it, or never answer, having accepted it or not. */
export type Behaviour = 'accepts' | 'refuses' | 'hangs' | 'acceptsAndHangs';

/** An accounting system to post sales to. */
export interface AccountingSystem {
	url: string;
	/** What was accepted, in order. */
	booked: object[];
	/** How many posts came, accepted or not. */
	posts: number;
	behaviour: Behaviour;
	close(): Promise<void>;
}

/** Starts one that accepts everything. */
export async function startAccountingSystem(): Promise<AccountingSystem> {
	const server = fastify({ forceCloseConnections: true, bodyLimit: 100 * 1024 * 1024 });
	const accounting: AccountingSystem = {
		url: '',
		booked: [],
		posts: 0,
		behaviour: 'accepts',
		close: () => server.close(),
	};
	server.post('/', async ({ body }, reply) => {
		accounting.posts++;
		if (accounting.behaviour === 'refuses')
			return await reply.code(500).send({ message: 'Closed' });
		if (accounting.behaviour !== 'hangs')
			for (const sale of body as object[]) accounting.booked.push(sale);
		if (accounting.behaviour !== 'accepts') return await new Promise(() => {});
		return { isBooked: true };
	});
	accounting.url = await server.listen({ host: '127.0.0.1', port: 0 });
	return accounting;
}

/**
 * A node that posts the sales of an execution to the accounting system, all in one request.
 *
 * @param items an expression that gives n8n's items
 */
export const postNode = (
	url: string,
	{ items = '$input.all()', ...more }: Partial<WorkflowNode> & { items?: string } = {},
): WorkflowNode => ({
	id: 'b1d9a4e2-5c1f-4b83-8a52-0f6f7ac1d002',
	name: 'Post',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	position: [800, 0],
	executeOnce: true,
	parameters: {
		method: 'POST',
		url,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: `={{ JSON.stringify(${items}.map(({ json }) => json)) }}`,
		options: {},
	},
	...more,
});
