/** Reports the current activity in a few words. */
export type Report = (activity: string) => void;

/** A wait whose progress is shown. */
export interface Progress {
	report: Report;
	/** Ends the progress with a last line: `text` and the elapsed time. */
	end(text: string): void;
}

interface Screen {
	isTTY?: boolean;
	columns?: number;
	write(text: string): unknown;
}

const quietMs = 10_000;

/**
 * Shows a wait and its elapsed time: on a terminal as one line that is rewritten every second, elsewhere as a new line
 * every ten seconds.
 */
export function showProgress(title: string, screen: Screen = process.stdout): Progress {
	const start = Date.now();
	let activity = '';
	let lastLine = start;

	const draw = () => {
		const text = `  ${activity ? `${title}: ${activity}` : title} (${seconds(start)})`;
		lastLine = Date.now();
		screen.write(
			screen.isTTY ? `\r\x1b[2K${text.slice(0, (screen.columns ?? 80) - 1)}` : `${text}\n`,
		);
	};
	const timer = setInterval(() => {
		if (screen.isTTY || Date.now() - lastLine >= quietMs) draw();
	}, 1000);
	timer.unref();
	if (screen.isTTY) draw();

	return {
		report: (now) => {
			activity = now;
			if (screen.isTTY) draw();
		},
		end: (text) => {
			clearInterval(timer);
			screen.write(`${screen.isTTY ? '\r\x1b[2K' : ''}${text} (${seconds(start)})\n`);
		},
	};
}

/** The time since `start` for a reader: `0.4 s`, `12 s`, `3 min 5 s`. */
export function seconds(start: number, now = Date.now()): string {
	const elapsed = now - start;
	if (elapsed < 9_950) return `${(elapsed / 1000).toFixed(1)} s`;
	const whole = Math.round(elapsed / 1000);
	return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
