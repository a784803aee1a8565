"""What it costs one part of speech to follow another: the table behind `tags`.

States are letters: d determiner, p preposition, c conjunction, s subordinator, r relative pronoun, o other
pronoun, b/h/x forms of be, have and do, m modal, ! negation, t the "to" of infinitives, n and q noun (one,
several), N name, a adjective, v adverb, f figure, D date; verbs by form: B base, Z third person, P past,
E participle, G gerund; | a boundary. A row lists what may follow its letter, and what that costs.
"""

from __future__ import annotations

BOUND = "|"
"""The state of the ends of a text, and of punctuation."""
OTHERWISE = 3.0
"""What a step costs that the table does not list."""

_TABLE = {
    BOUND: "d0 N0 o0 p0 s0 f0 D0 v.5 n.6 a.6 c.4 r.4 G.8 E.8 B2 t.6 b1.2 h1.5 x1.2 m1.5 Z1.2 P1 !.8 |0",
    "d": "n0 a.2 f.2 N.2 D.4 d.5 E.8 G.9 v1 o1.5 |2",
    "p": "d0 N0 f0 D0 o.2 n.3 a.5 G.5 E1.2 r.6 v1.5 p1.2 s1.2 |1 !1.5",
    "a": "n0 a.5 N.6 c.3 p.6 |.2 t.7 s.6 v1.2 D1 E1.8 G1.5 f1.5 d2.2 b1.2 o2 m1.2 h1.2",
    "n": "p0 |0 b0 h0 m0 c0 r0 x.1 s.2 Z.2 P.3 G.5 t.3 n.5 E.6 v.5 B1.8 N1 !.8 D.8 f1.2 d1.6 o1.2 a2",
    "q": "p0 |0 b0 h0 m0 c0 r0 x.1 s.2 Z1.8 P.3 G.4 t.3 n1.2 E.6 v.5 B.2 N1 !.8 D.8 f1.2 d1.6 o1.2 a1.6",
    "N": "p0 |0 b0 h0 m0 c0 r.1 x.1 s.2 Z.2 P.2 N.3 n.5 t.5 E.7 v.4 G.6 B1 !.8 D.6 f.8 a.9 d1.5 o1.5",
    "o": "Z0 P0 b0 h0 m0 x0 B.2 v.2 p.3 |.3 c.5 t.4 s.5 r.7 G.9 E1.5 d1 !.8 D.8 a1.5 n3.5 N1.5 f1.5 o1.5",
    "b": "G0 E0 a.1 d0 v.3 !0 p.2 f.3 o.4 N.4 n.6 b.2 h1 t.8 D.5 s.7 c1.5 |.6 r.8 m4 P3 B6 Z6 x6",
    "h": "E0 d0 f0 !0 b.1 v.2 o.4 N.4 a.5 n.5 h.2 t.2 x.6 p.8 G3 |.8 D1 P3 B6 Z6 m6",
    "x": "!0 B0 d.2 o.2 v.4 N.3 n.8 a.8 f.4 p.6 |.6 c1 s1 t3 Z6 P6",
    "m": "B0 b0 h0 x0 !0 v.2 o.9 N.9 d1.5 n3 |1.5 E5 Z6 P6 G6",
    "!": "B.3 E.2 G.2 d.2 a.3 b.3 h.3 t.3 v.4 f.4 p.4 x.8 n.8 N.8 o.6 c.8 s.8 |.8 P1 Z1",
    "t": "B0 b0 h0 x0 v1 !2 E6 N6 n6 d6 a6",
    "B": "d0 N.1 o0 p.1 t.2 v.2 n.3 f.2 |.2 s.3 c.4 a.7 D.4 r1 G.6 E1.3 !1 B2 b1.5 m1.5 Z5 P5",
    "Z": "d0 N.1 o0 p.1 t.2 v.2 n.3 f.2 |.2 s.2 c.4 a.7 D.4 r1 G.6 E1.3 !1 B3 b.6 m.8 h.8 x.8 Z3 P3",
    "P": "d0 N.1 o0 p.1 t.2 v.2 n.3 f.2 |.2 s.2 c.4 a.7 D.4 r1 G.6 E1.3 !1 B3 b.6 m.8 h.8 x.8 Z3 P3",
    "E": "p0 |.2 v.2 t.2 c.3 D.4 s.3 d.6 n.5 N.5 f.6 o.7 a.8 G.9 r.7 E2 b2 m2 h2",
    "G": "d0 o0 p0 N.2 n.3 f.2 t.3 v.2 |.2 c.4 s.4 a.5 D.5 r.6 E1 b.8 m1 h1.2 Z1.3 P1.3 G2",
    "v": "a0 |0 v.3 p.2 E.1 G.2 Z.3 P.3 b.3 h.3 m.3 x.3 d.4 o.3 s.3 c.4 f.2 D.4 N.6 B.6 t.5 !.8 n1.2 r1",
    "f": "n.5 q0 a.3 |.2 p.2 c.3 f.3 N.7 b.3 h.3 m.3 G.8 E.8 P.6 Z.9 B1 v.9 D.5 t.8 d1.5 s.6 r.6",
    "D": "|0 p.2 c.3 D.1 b.3 d.4 N.3 o.3 P.3 Z.3 n.6 a.7 v.4 m.3 h.3 E.6 G.6 s.4 B.9 t.6 f.8 r.6",
    "c": "d0 N.1 o.1 n.2 a.3 f.2 D.2 P.3 Z.4 B.4 E.5 G.3 v.3 p.3 b.5 h.5 m.5 x.5 !.4 s.5 r.7 t.3 |1",
    "s": "d0 N0 o0 n.2 f.2 a.5 D.3 v.4 p.4 G.4 E.6 r1 s1 t.8 b1.5 c1 m2 P2.5 Z2.5 B2.5 !1",
    "r": "Z0 P0 b0 h0 m0 x.1 B.2 o.1 d.1 N.1 v.3 n.5 f.4 a1 p1 t1 !.8",
}  # fmt: skip


def _following(row: str) -> dict[str, float]:
    steps = {step[0]: float(step[1:]) for step in row.split()}
    steps.setdefault("q", steps.get("n", OTHERWISE))
    return steps


FOLLOWING = {before: _following(row) for before, row in _TABLE.items()}
"""By state, what the states cost that can follow it; others cost `OTHERWISE`."""


def step(before: str, state: str) -> float:
    """What it costs `state` to follow `before`: 0 for the most usual, up to 6 for what is no English."""
    return FOLLOWING[before].get(state, OTHERWISE)
