import { seconds, showProgress } from '../../../host/process/progress.cts';

beforeEach(() => jest.useFakeTimers({ now: 0 }));
afterEach(() => jest.useRealTimers());

const screenOf = (isTTY: boolean) => {
	const written: string[] = [];
	return { written, isTTY, columns: 40, write: (text: string) => written.push(text) };
};

describe('a wait that is shown', () => {
	it('gives a line every ten seconds where there is no terminal', () => {
		const screen = screenOf(false);
		const progress = showProgress('n8n', screen);
		progress.report('downloading');
		jest.advanceTimersByTime(25_000);
		progress.end('n8n is installed');
		jest.advanceTimersByTime(25_000);
		expect(screen.written).toEqual([
			'  n8n: downloading (10 s)\n',
			'  n8n: downloading (20 s)\n',
			'n8n is installed (25 s)\n',
		]);
	});

	it('rewrites one line on a terminal, never wider than it', () => {
		const screen = screenOf(true);
		const progress = showProgress('n8n', screen);
		progress.report('a'.repeat(100));
		jest.advanceTimersByTime(2_000);
		progress.end('done');
		const lines = screen.written.map((text) => text.replace('\r\x1b[2K', ''));
		expect(lines[0]).toBe('  n8n (0.0 s)');
		expect(lines.at(-1)).toBe('done (2.0 s)\n');
		for (const line of lines) expect(line.length).toBeLessThan(40);
		expect(screen.written.slice(0, -1).join('')).not.toContain('\n');
	});
});

it.each([
	[0, '0.0 s'],
	[1_250, '1.3 s'],
	[12_400, '12 s'],
	[59_700, '1 min 0 s'],
	[185_000, '3 min 5 s'],
])('%i ms is %s', (elapsed, text) => {
	expect(seconds(1000, 1000 + elapsed)).toBe(text);
});
