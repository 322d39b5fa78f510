import fastify from 'fastify';

/** An accounting system to post sales to. */
export interface Books {
	url: string;
	/** What was booked, in its order. */
	booked: unknown[];
	/** How many posts came, booked or not. */
	posts: number;
	/** What it does with a post: book it, refuse it, or never answer and book nothing. */
	mood: 'books' | 'refuses' | 'hangs';
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
		if (books.mood === 'hangs') return await new Promise(() => {});
		if (books.mood === 'refuses') return await reply.code(500).send({ message: 'Closed' });
		books.booked.push(...(body as unknown[]));
		return { isBooked: true };
	});
	books.url = await server.listen({ host: '127.0.0.1', port: 0 });
	return books;
}
