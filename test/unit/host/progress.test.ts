import { seconds, showProgress } from '../../../host/process/progress.cts';

beforeEach(() => jest.useFakeTimers({ now: 0 }));
afterEach(() => jest.useRealTimers());

const screenOf = (isTTY: boolean) => {
	const written: string[] = [];
	return { written, isTTY, columns: 40, write: (text: string) => written.push(text) };
};

describe('the progress of a wait', () => {
	it('is a line every ten seconds without a terminal', () => {
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

	it('is one line on a terminal, which is rewritten and never too wide', () => {
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
	{ elapsed: 0, text: '0.0 s' },
	{ elapsed: 1_250, text: '1.3 s' },
	{ elapsed: 12_400, text: '12 s' },
	{ elapsed: 59_700, text: '1 min 0 s' },
	{ elapsed: 185_000, text: '3 min 5 s' },
])('$elapsed ms are shown as $text', ({ elapsed, text }) => {
	expect(seconds(1000, 1000 + elapsed)).toBe(text);
});
