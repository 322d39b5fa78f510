import fc from 'fast-check';

import { encodeSegment, isSegment } from '../../../../vipps/http/path';

describe('encodeSegment', () => {
	it('carries any id it takes to the server as that very string, in one segment', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), (id) => {
				fc.pre(isSegment(id));
				const { pathname, search, hash } = new URL(
					`http://vipps/before/${encodeSegment(id)}/after`,
				);
				const [, before, segment, after, ...more] = pathname.split('/');
				expect([before, after, ...more, search, hash]).toEqual(['before', 'after', '', '']);
				expect(decodeURIComponent(segment ?? '')).toBe(id);
			}),
		);
	});

	it.each(['', '.', '..', 'half \ud800 a pair'])('refuses %p, which no path can carry', (id) => {
		expect(() => encodeSegment(id)).toThrow('cannot be part of a web address');
	});
});
