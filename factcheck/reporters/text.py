"""For people: which page of text a report becomes. Each page is a module of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Verdict

if TYPE_CHECKING:
    from factcheck.reporters.layout import Style
    from factcheck.reporters.report import (
        CheckReport,
        Explained,
        ListReport,
        Report,
        ShowReport,
        ValidateReport,
    )


def render(report: Report, style: Style) -> str:
    """The report as lines of text, laid out for `style`."""
    if isinstance(report, Verdict):  # before the other reports are imported: `lookup` has to be fast
        from factcheck.reporters.text_verdict import render_verdict

        return render_verdict(report, style)
    return _render_other(report, style)


def _render_other(
    report: Explained | CheckReport | ListReport | ShowReport | ValidateReport, style: Style
) -> str:
    from factcheck.reporters.report import CheckReport, Explained, ListReport, ValidateReport

    if isinstance(report, Explained):
        from factcheck.reporters.text_explain import render_explained

        return render_explained(report, style)
    if isinstance(report, CheckReport):
        from factcheck.reporters.text_check import render_check

        return render_check(report, style)
    if isinstance(report, ValidateReport):
        from factcheck.reporters.text_validate import render_validate

        return render_validate(report, style)
    from factcheck.reporters.text_claims import render_list, render_show

    return render_list(report, style) if isinstance(report, ListReport) else render_show(report, style)
