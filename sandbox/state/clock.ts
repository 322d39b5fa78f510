import { DateTime } from 'luxon';

/** The sandbox's time. It decides which sales exist yet and how old a token is. */
export interface Clock {
	now(): Date;
	/** Stands still at this instant from now on. Throws when the text is no ISO 8601 instant. */
	set(iso: string): void;
	/** Moves on (or back, when negative). A running clock keeps running, ahead of real time. */
	advance(seconds: number): void;
	/** Back to real time. */
	run(): void;
	/** True while the clock keeps real time's pace. */
	readonly running: boolean;
}

/**
 * Why a text cannot be an instant (ISO 8601, such as 2026-05-17T08:00:00Z), in words for a person;
 * undefined when it can. Without an offset it is UTC.
 */
export function complaintAboutInstant(iso: string): string | undefined {
	if (DateTime.fromISO(iso).isValid) return undefined;
	return `"${iso}" is no instant. Write it like 2026-05-17T08:00:00Z`;
}

function instantOf(iso: string): number {
	const complaint = complaintAboutInstant(iso);
	if (complaint) throw new RangeError(complaint);
	return DateTime.fromISO(iso, { zone: 'utc' }).toMillis();
}

/** A clock that stands at `iso`, or runs with real time when that is left out. */
export function createClock(iso?: string): Clock {
	let stoppedAt = iso === undefined ? undefined : instantOf(iso);
	let ahead = 0;
	return {
		now: () => new Date(stoppedAt ?? Date.now() + ahead),
		set(text) {
			stoppedAt = instantOf(text);
		},
		advance(seconds) {
			if (stoppedAt === undefined) ahead += seconds * 1000;
			else stoppedAt += seconds * 1000;
		},
		run() {
			stoppedAt = undefined;
			ahead = 0;
		},
		get running() {
			return stoppedAt === undefined;
		},
	};
}
