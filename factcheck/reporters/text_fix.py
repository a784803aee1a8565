"""What `fix` mended and what it left, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.anchor import Change
from factcheck.edit.fixing import FixPlan
from factcheck.edit.mending import Mend
from factcheck.edit.placing import Safety
from factcheck.reporters.layout import BOLD, CYAN, GREEN, PLAIN, RED, YELLOW, Piece, Style, printable, wrap
from factcheck.text import visible


def render_fix(plan: FixPlan, style: Style, *, written: bool) -> str:
    """Each fault with what was done, or with `written` False what would be; then the count (unless quiet)."""
    lines = [wrap([(visible(told), PLAIN)], style) for told in plan.drifts]
    done = ("mended", GREEN) if written else ("would mend", CYAN)
    for mend in plan.mended:
        lines += _mend(mend, done, style)
    for mend in plan.left:
        lines += _mend(mend, ("left", YELLOW), style)
    if style.verbosity >= 0:
        lines.append(_summary(plan, done[0]))
    return "".join(f"{line}\n" for line in lines)


def _mend(mend: Mend, did: tuple[str, str], style: Style) -> Iterator[str]:
    owner = f" [{visible(mend.claim)}]" if mend.claim else ""
    word = style.paint(did[0], BOLD, did[1])
    yield f"{visible(str(mend.location))}: {word} {mend.code} {visible(mend.what)}{owner}"
    if mend.changes:
        yield wrap(word_diff_pieces(mend.quote, mend.changes), style, "  ")
    help_text = _help(mend) if did[0] == "left" else ""
    if help_text:
        yield wrap([("help", CYAN), (f": {visible(help_text)}", PLAIN)], style, "  ", "        ")


def _help(mend: Mend) -> str:
    if mend.safety is Safety.UNSAFE:
        return "--unsafe-fixes writes what the source says; see first whether it still bears out the claim"
    return mend.help


def word_diff_pieces(quote: str, changes: Sequence[Change]) -> list[Piece]:
    """A quote with what the source does not say as [-…-] and what it says instead as {+…+}."""
    pieces: list[Piece] = []
    reach = 0
    for change in changes:
        span = change.old_span
        pieces.append((printable(quote[reach : span.start]), PLAIN))
        if change.old:
            pieces.append((f"[-{printable(change.old)}-]", RED))
        if change.new:
            pieces.append((_inserted(quote, change), GREEN))
        reach = span.end
    pieces.append((printable(quote[reach:]), PLAIN))
    return pieces


def _inserted(quote: str, change: Change) -> str:
    """The source's words, apart from the neighbours where they stand between words of the quote."""
    text = f"{{+{printable(change.new)}+}}"
    if change.old:
        return text
    at = change.old_span.start
    before = "" if at == 0 or quote[at - 1].isspace() else " "
    after = "" if at == len(quote) or quote[at].isspace() or not quote[at].isalnum() else " "
    return before + text + after


def _summary(plan: FixPlan, done: str) -> str:
    unsafe = sum(mend.safety is Safety.UNSAFE for mend in plan.left)
    if not plan.mended and not plan.left:
        return "nothing to mend"
    more = f" ({unsafe} of them with --unsafe-fixes)" if unsafe else ""
    left = f", {len(plan.left):,} left{more}" if plan.left else ""
    return f"{done} {len(plan.mended):,}{left}"
