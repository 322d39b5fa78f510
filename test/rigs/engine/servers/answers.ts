import { serveAnything } from './anyServer';

/** A server that gives a token to anyone, and answers every other call by its path. */
export async function serveAnswers(answers: Record<string, object>) {
	const calls: string[] = [];
	const { baseUrl, close } = await serveAnything(({ url }) => {
		calls.push(url);
		const body = answers[url.replace(/\?.*/, '')];
		return body === undefined ? { status: 404, body: { title: 'Not found' } } : { body };
	});
	return { baseUrl, calls, close };
}
