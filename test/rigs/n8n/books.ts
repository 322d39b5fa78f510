import fastify from 'fastify';

import type { WorkflowNode } from '../../../host/drive/n8n.cts';

/** What the books do with a post: book it, refuse it, or never answer, having booked it or not. */
export type Mood = 'books' | 'refuses' | 'hangs' | 'booksAndHangs';

/** An accounting system to post sales to. */
export interface Books {
	url: string;
	/** What was booked, in its order. */
	booked: object[];
	/** How many posts came, booked or not. */
	posts: number;
	mood: Mood;
	close(): Promise<void>;
}

/** Starts one that books. */
export async function openBooks(): Promise<Books> {
	const server = fastify({ forceCloseConnections: true, bodyLimit: 100 * 1024 * 1024 });
	const books: Books = {
		url: '',
		booked: [],
		posts: 0,
		mood: 'books',
		close: () => server.close(),
	};
	server.post('/', async ({ body }, reply) => {
		books.posts++;
		if (books.mood === 'refuses') return await reply.code(500).send({ message: 'Closed' });
		if (books.mood !== 'hangs') for (const sale of body as object[]) books.booked.push(sale);
		if (books.mood !== 'books') return await new Promise(() => {});
		return { isBooked: true };
	});
	books.url = await server.listen({ host: '127.0.0.1', port: 0 });
	return books;
}

/**
 * A node that posts the sales of a run to the books, all at once.
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
