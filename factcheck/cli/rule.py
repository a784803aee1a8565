"""`factcheck rule`: what a code means."""

from __future__ import annotations

import click

from factcheck.cli.common import CLEAN, Console, FactcheckCommand
from factcheck.cli.options import shared_options
from factcheck.errors import InputError


@click.command("rule", cls=FactcheckCommand)
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@shared_options(formats=False, workspace=False)
@click.pass_obj
def command(console: Console, codes: tuple[str, ...]) -> int:
    """Tell what a rule is about: what, why, a wrong and a right example, how to mend it.

    Without a CODE, list the rules.

    \b
    Examples:
      factcheck rule
      factcheck rule FC203
      factcheck rule not-verbatim
    """
    from factcheck.rules import RULES, find_rule, page

    if not codes:
        lines = [f"{rule.code}  {rule.severity:<7}  {rule.name}" for rule in RULES]
        console.write("\n".join(lines) + "\n")
        return CLEAN
    found = []
    for code in codes:
        rule = find_rule(code)
        if rule is None:
            raise InputError(f"there is no rule {code!r}", _mend(code))
        found.append(page(rule))
    console.write("\n".join(found))
    return CLEAN


def _mend(code: str) -> str:
    from factcheck.rules import RULES
    from factcheck.schema import nearest

    near = nearest(code.upper(), [rule.code for rule in RULES])
    near = near or nearest(code.lower(), [rule.name for rule in RULES])
    return f"did you mean {near}?" if near else "`factcheck rule` lists them"
