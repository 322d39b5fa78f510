import type { NodeExecutionHint } from 'n8n-workflow';

/** What a run tells the user beside its result. Each hint is shown once, for however many items. */
export interface Hints {
	/** A message, shown once. */
	add(type: NodeExecutionHint['type'], message: string): void;
	/**
	 * A hint about a subject (`302321`), shown once for all subjects of its kind.
	 *
	 * @param message gives the hint for a text such as `1, 2, 3 and 7 more`; the same function for all subjects of a kind
	 */
	count(
		type: NodeExecutionHint['type'],
		subject: string,
		message: (subjects: string, count: number) => string,
	): void;
	/**
	 * A hint that sums values up, shown once for all values of its kind.
	 *
	 * @param message gives the hint for the values in order; the same function for all values of a kind
	 */
	collect<Value>(
		type: NodeExecutionHint['type'],
		value: Value,
		message: (values: Value[]) => string,
	): void;
	/** All hints since the last call. */
	take(): NodeExecutionHint[];
}

/** How many subjects are named. */
const MOST_NAMED = 3;

export function createHints(): Hints {
	const messages = new Map<string, NodeExecutionHint['type']>();
	const kinds = new Map<
		(subjects: string, count: number) => string,
		{ type: NodeExecutionHint['type']; subjects: Set<string> }
	>();
	const sums = new Map<
		(values: never[]) => string,
		{ type: NodeExecutionHint['type']; values: unknown[] }
	>();
	return {
		add: (type, message) => void messages.set(message, type),
		count(type, subject, message) {
			const kind = kinds.get(message) ?? { type, subjects: new Set() };
			kind.subjects.add(subject);
			kinds.set(message, kind);
		},
		collect(type, value, message) {
			const kind = sums.get(message) ?? { type, values: [] };
			kind.values.push(value);
			sums.set(message, kind);
		},
		take() {
			const hints = [...messages].map(([message, type]) => ({ type, message }));
			for (const [message, { type, subjects }] of kinds) {
				hints.push({ type, message: message(listOf([...subjects]), subjects.size) });
			}
			for (const [message, { type, values }] of sums) {
				hints.push({ type, message: message(values as never[]) });
			}
			messages.clear();
			kinds.clear();
			sums.clear();
			return hints;
		},
	};
}

function listOf(subjects: string[]): string {
	const named = subjects.slice(0, MOST_NAMED).join(', ');
	const others = subjects.length - MOST_NAMED;
	return others > 0 ? `${named} and ${others} more` : named;
}
