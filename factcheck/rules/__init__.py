"""The rules: their codes, and what `validate` holds a workspace against.

A rule is a row in `RULES` and a page in `pages/`, a module whose docstring is its documentation. What finds
its faults is a module with `check(workspace)` and a row in `CHECKS`; FC101 to FC108 and FC203 are found
while files are read, FC4xx by `factcheck check`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from factcheck.model import Diagnostic, Severity
from factcheck.rules.selection import Selection
from factcheck.workspace import Workspace

Check = Callable[[Workspace], Iterator[Diagnostic]]
_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE


class Rule(NamedTuple):
    """A rule's code, its name, and how grave a finding is where the settings say nothing else."""

    code: str
    name: str
    severity: Severity


RULES: tuple[Rule, ...] = (
    Rule("FC101", "unreadable-file", _E),
    Rule("FC102", "syntax", _E),
    Rule("FC103", "unknown-key", _E),
    Rule("FC104", "missing-key", _E),
    Rule("FC105", "wrong-value", _E),
    Rule("FC106", "claim-id-used-twice", _E),
    Rule("FC107", "source-id-used-twice", _E),
    Rule("FC108", "unknown-source", _E),
    Rule("FC109", "near-duplicate-claims", _W),
    Rule("FC110", "wording-used-twice", _W),
    Rule("FC111", "path-outside-workspace", _E),
    Rule("FC112", "unreadable-source", _E),
    Rule("FC113", "unused-source", _N),
    Rule("FC114", "invisible-character", _W),
    Rule("FC115", "mixed-scripts", _W),
    Rule("FC116", "unused-ignore", _W),
    Rule("FC117", "ignore-without-reason", _N),
    Rule("FC118", "unused-alias", _N),
    Rule("FC119", "alias-in-two-groups", _W),
    Rule("FC201", "not-verbatim", _E),
    Rule("FC202", "not-unique", _E),
    Rule("FC203", "source-changed", _E),
    Rule("FC204", "wrong-speaker", _E),
    Rule("FC205", "exception-not-verbatim", _E),
    Rule("FC301", "stance-both-ways", _E),
    Rule("FC302", "clash-with-own-quote", _E),
    Rule("FC303", "without-evidence", _W),
    Rule("FC304", "other-wording-strays", _W),
    Rule("FC305", "words-for-and-against", _E),
    Rule("FC306", "claims-contradict", _W),
    Rule("FC401", "refuted", _E),
    Rule("FC402", "conflicting", _E),
    Rule("FC403", "not-enough-info", _W),
    Rule("FC404", "no-statement", _E),
    Rule("FC405", "misquotation", _E),
    Rule("FC406", "article-ignore-without-reason", _N),
    Rule("FC407", "article-ignore-unused", _W),
    Rule("FC408", "quotation-of-another", _E),
    Rule("FC409", "quotation-not-found", _N),
)
"""All rules, by code."""

CHECKS: tuple[tuple[str, str], ...] = (
    ("FC201 FC202", "quotes"),
    ("FC204", "speakers"),
    ("FC108 FC205", "exceptions"),
    ("FC110", "wordings"),
    ("FC114 FC115", "characters"),
    ("FC104 FC113", "sources"),
    ("FC118 FC119", "aliases"),
    ("FC301", "stances"),
    ("FC302 FC303 FC304", "bearing"),
    ("FC109 FC305 FC306", "neighbours"),
)
"""The codes that each module of checks finds."""


def checks(selection: Selection) -> Iterator[Check]:
    """The checks that find something of what is selected."""
    for codes, module in CHECKS:
        if any(map(selection.holds, codes.split())):
            check: Check = import_module(f"factcheck.rules.{module}").check
            yield check


def find_rule(code: str) -> Rule | None:
    """The rule of a code or a name, in whatever case; None if there is none."""
    wanted = code.strip()
    return next((rule for rule in RULES if wanted.upper() == rule.code or wanted.lower() == rule.name), None)


def page(rule: Rule) -> str:
    """The rule's documentation, as Markdown."""
    text = import_module(f"factcheck.rules.pages.{rule.code.lower()}").__doc__ or ""
    article = "An" if rule.severity is Severity.ERROR else "A"
    grave = f"{article} {rule.severity}, unless the settings say otherwise."
    return f"# {rule.code} {rule.name}\n\n{grave}\n\n{text.strip()}\n"
