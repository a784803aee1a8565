"""Which rules are held, where they are left alone, and how grave each is: what the settings say."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from factcheck.model import Diagnostic, Severity


class Selection(NamedTuple):
    """The settings of rules. A code may be given in part: `FC3` stands for all that begin so."""

    select: tuple[str, ...] = ()
    """Only these; all where there are none."""
    ignore: tuple[str, ...] = ()
    """Not these; of two that fit, the longer one decides."""
    per_file: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Patterns of paths (`claims/old-*.toml`) and the codes that are left alone there."""
    severities: tuple[tuple[str, Severity], ...] = ()
    """How grave the findings of these codes are, instead of what the rule says; the longest one decides."""

    def holds(self, code: str) -> bool:
        """Whether a rule is held at all."""
        chosen = _longest(code, self.select) if self.select else 0
        return chosen >= 0 and chosen >= _longest(code, self.ignore)

    def leaves_alone(self, code: str, path: str) -> bool:
        """Whether findings of a code are left out in a file."""
        return any(code.startswith(codes) and fnmatchcase(path, pattern) for pattern, codes in self.per_file)

    def settled(self, found: Diagnostic) -> Diagnostic | None:
        """A finding as the settings have it; None where it is left out."""
        if not self.holds(found.code) or self.leaves_alone(found.code, found.location.path):
            return None
        severity = self.severity(found.code)
        return found if severity is None or severity is found.severity else found._replace(severity=severity)

    def severity(self, code: str) -> Severity | None:
        """How grave the settings say that a code is; None where they say nothing."""
        fitting = [(prefix, severity) for prefix, severity in self.severities if code.startswith(prefix)]
        return max(fitting, key=lambda item: len(item[0]))[1] if fitting else None


EVERYTHING = Selection()


def _longest(code: str, prefixes: Sequence[str]) -> int:
    """The length of the longest prefix that fits; -1 for none."""
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)
