"""The options that several commands share. What follows from them is in `common`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from factcheck.cli.answering import LIMIT, MOST
from factcheck.cli.outputs import ENVIRONMENT, answer_format, complete_format, read_outputs
from factcheck.model import Severity
from factcheck.reporters import FINDINGS_REPORTERS, REPORTERS

Function = TypeVar("Function", bound=Callable[..., int])


def shared_options(*, formats: bool = True, workspace: bool = True) -> Callable[[Function], Function]:
    """The options that every command has; `formats` adds --output-format, `workspace` --workspace."""
    options = [
        click.option("-o", "--output-file", metavar="FILE", help="Write to FILE instead of standard output."),
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            show_default=True,
            help="Colour the text; `auto` heeds NO_COLOR and FORCE_COLOR.",
        ),
        click.option("-q", "--quiet", count=True, help="No notes and no summary."),
        click.option("-v", "--verbose", count=True, help="More detail."),
        click.option("--config", metavar="FILE", help="Take settings from FILE.  [default: found upward]"),
        click.option("--isolated", is_flag=True, help="Take settings from no file."),
    ]
    if workspace:
        options.insert(0, click.option("--workspace", metavar="DIR", help="Use the workspace in DIR."))
    if formats:
        choice = click.option(
            "--output-format",
            type=click.Choice(list(REPORTERS)),
            default=answer_format,
            help=f"How to print the answer.  [env var: {ENVIRONMENT}; default: text]",
        )
        options.insert(0, choice)
    return _stacked(options)


def findings_format_option(function: Function) -> Function:
    """The formats of a report of findings, and the files that take them."""
    return click.option(
        "--output-format",
        "outputs",
        metavar="FORMAT[:FILE]",
        multiple=True,
        callback=read_outputs,
        shell_complete=complete_format,
        envvar=ENVIRONMENT,
        show_envvar=True,
        help=f"How to print the findings: {', '.join(FINDINGS_REPORTERS)}. With a FILE, write them there; "
        "repeat it to print and write in one run.  [default: text, in GitHub Actions github]",
    )(function)


def lookup_options(function: Function) -> Function:
    """The options that bear on which answers come back."""
    return _stacked(
        [
            click.option(
                "--limit",
                type=click.IntRange(1, MOST),
                default=LIMIT,
                show_default=True,
                help="Most matches to show.",
            ),
            click.option("--curated-only", is_flag=True, help="Leave out sentences that no claim cites."),
            click.option(
                "--min-confidence",
                type=click.FloatRange(0, 1),
                default=0.0,
                callback=_no_nan,
                metavar="P",
                help="Say not-enough-info where the confidence is below P (0 to 1).",
            ),
        ]
    )(function)


class _Jobs(click.types.IntParamType):
    """A number of processes; `auto` and 0 for as many as there are cores."""

    name = "jobs"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click has it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> int:
        """The number of processes. A usage error for what is none."""
        number = 0 if value == "auto" else int(super().convert(value, param, ctx))
        if number < 0:
            self.fail(f"{value!r} is less than none.", param, ctx)
        return number or _cores()


def _cores() -> int:
    """How many cores this process may use."""
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def engine_options(function: Function) -> Function:
    """Who does the work, and whether an earlier run goes on."""
    return _stacked(
        [
            click.option(
                "--jobs",
                type=_Jobs(),
                default=1,
                show_default=True,
                metavar="N",
                help="Answer with N processes; `auto` for one a core.",
            ),
            click.option(
                "--scheduler",
                metavar="ADDRESS",
                help="Answer with the workers of a Dask cluster: tcp://HOST:8786 (extra factcheck-cli[dask]).",
            ),
            click.option(
                "--resume",
                is_flag=True,
                help="Go on where a run that was stopped left off; needs -o FILE as jsonl, csv or concise.",
            ),
        ]
    )(function)


def explain_option(function: Function) -> Function:
    """Whether to tell why the answer is so."""
    return click.option(
        "--explain", is_flag=True, help="Tell why: candidates, what was measured, what ties the words."
    )(function)


def fail_on_option(function: Function) -> Function:
    """The severity from which findings make the command exit 1."""
    return click.option(
        "--fail-on",
        type=click.Choice([*(severity.value for severity in Severity), "never"]),
        default="error",
        show_default=True,
        help="Exit 1 from this severity on.",
    )(function)


def rule_options(function: Function) -> Function:
    """Which rules are held, where they are left alone, and how grave their findings are."""
    return _stacked(
        [
            click.option(
                "--select",
                metavar="CODES",
                multiple=True,
                callback=_codes,
                help="Only these rules: FC201,FC3 (all that begin so).",
            ),
            click.option(
                "--ignore", metavar="CODES", multiple=True, callback=_codes, help="Not these rules."
            ),
            click.option(
                "--per-file-ignores",
                "per_file",
                metavar="PATTERN:CODES",
                multiple=True,
                callback=_per_file,
                help="Not these rules in files that fit the pattern.",
            ),
            click.option(
                "--severity",
                "severities",
                metavar="CODE=SEVERITY",
                multiple=True,
                callback=_severities,
                help="How grave findings of a rule are: error, warning or note.",
            ),
        ]
    )(function)


def _codes(_ctx: click.Context, _param: click.Parameter, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for word in words for code in _split(word))


def _split(word: str) -> list[str]:
    """The codes of a list with commas. A usage error for what no code begins with."""
    from factcheck.rules import RULES
    from factcheck.schema import nearest

    codes = [code.strip().upper() for code in word.split(",") if code.strip()]
    for code in codes:
        if not any(rule.code.startswith(code) for rule in RULES):
            near = nearest(code, [rule.code for rule in RULES])
            mend = f" Did you mean {near}?" if near else " `factcheck rule` lists them."
            raise click.BadParameter(f"there is no rule {code!r}.{mend}")
    return codes


def _per_file(
    _ctx: click.Context, _param: click.Parameter, words: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    pairs = [word.rpartition(":") for word in words]
    for word, (pattern, _, codes) in zip(words, pairs, strict=True):
        if not pattern or not codes:
            raise click.BadParameter(f"{word!r} is not a pattern, a colon and codes.")
    return tuple((pattern, tuple(_split(codes))) for pattern, _, codes in pairs)


def _severities(
    _ctx: click.Context, _param: click.Parameter, words: tuple[str, ...]
) -> tuple[tuple[str, Severity], ...]:
    found = []
    for word in words:
        code, _, name = (part.strip() for part in word.partition("="))
        if name not in list(Severity) or len(_split(code)) != 1:
            choices = ", ".join(severity.value for severity in Severity)
            raise click.BadParameter(f"{word!r} is not a code, = and one of {choices}.")
        found.append((code.upper(), Severity(name)))
    return tuple(found)


def allow_empty_option(function: Function) -> Function:
    """Whether having nothing to check is all right."""
    return click.option("--allow-empty", is_flag=True, help="Do not fail where there is nothing to check.")(
        function
    )


def _stacked(options: list[Callable[[Function], Function]]) -> Callable[[Function], Function]:
    def add(function: Function) -> Function:
        for option in reversed(options):
            function = option(function)
        return function

    return add


def _no_nan(_ctx: click.Context, _param: click.Parameter, value: float) -> float:
    if value != value:
        raise click.BadParameter("must be a number from 0 to 1.")
    return value
