import fastify from 'fastify';

/** What the books do with a post: book it, refuse it, or never answer, having booked it or not. */
export type Mood = 'books' | 'refuses' | 'hangs' | 'booksAndHangs';

/** An accounting system to post sales to, with a page for each workflow. */
export interface Books {
	/** Where a workflow posts to. */
	urlOf(workflow: string): string;
	/** What a workflow has booked, in its order. */
	bookedBy(workflow: string): object[];
	/** How many posts came of all workflows, booked or not. */
	posts: number;
	/** Towards the workflow that is tested; all others' posts are booked. */
	mood: Mood;
	close(): Promise<void>;
}

/** @param tested the workflow that feels the mood */
export async function openBooks(tested: string): Promise<Books> {
	const server = fastify({ forceCloseConnections: true, bodyLimit: 100 * 1024 * 1024 });
	const booked = new Map<string, object[]>();
	const bookedBy = (workflow: string) => booked.get(workflow) ?? [];
	let base = '';
	const books: Books = {
		urlOf: (workflow) => `${base}/${workflow}`,
		bookedBy,
		posts: 0,
		mood: 'books',
		close: () => server.close(),
	};
	server.post<{ Params: { workflow: string }; Body: object[] }>(
		'/:workflow',
		async ({ params: { workflow }, body }, reply) => {
			const mood = workflow === tested ? books.mood : 'books';
			if (mood === 'books' || mood === 'booksAndHangs') {
				booked.set(workflow, [...bookedBy(workflow), ...body]);
			}
			if (workflow === tested) books.posts++;
			if (mood.endsWith('angs')) return await new Promise(() => {});
			if (mood === 'refuses') return await reply.code(500).send({ message: 'Closed' });
			return { isBooked: true };
		},
	);
	base = await server.listen({ host: '127.0.0.1', port: 0 });
	return books;
}
