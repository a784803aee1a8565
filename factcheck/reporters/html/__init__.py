"""The report as one page that needs nothing else: no network, no file beside it.

Its policy (CSP) lets in nothing but the scripts and the style sheet that stand in it, by their hashes.
All text from files goes through the autoescape, with control characters and direction marks written out.
"""

from __future__ import annotations

import base64
import hashlib
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import __version__
from factcheck.errors import MissingExtraError
from factcheck.model import Label
from factcheck.reporters.coverage import percentage
from factcheck.reporters.findings import OF_ANSWERS

if TYPE_CHECKING:
    from factcheck.reporting import WorkspaceReport

TEMPLATES = Path(__file__).parent / "templates"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")


def render_html(report: WorkspaceReport) -> str:
    """The page. Raises `MissingExtraError` where Jinja2 is not installed."""
    environment = _environment()
    from factcheck.reporters.html.embedding import embedded
    from factcheck.reporters.html.marking import evidence_pieces, one_line, shown, statement_pieces

    markup = import_module("markupsafe").Markup
    environment.filters.update(
        shown=shown, one_line=one_line, percentage=percentage, web=_web, language=_language
    )
    style, first, script = _part("report.css"), _part("first.js"), _part("report.js")
    text: str = environment.get_template("page.html").render(
        report=report,
        others=tuple(found for found in report.findings if found.code not in OF_ANSWERS),
        labels=tuple(Label),
        version=__version__,
        policy=_policy(style, (first, script)),
        style=markup(style),
        first=markup(first),
        script=markup(script),
        data=markup(embedded(report)),
        statement_pieces=statement_pieces,
        evidence_pieces=evidence_pieces,
        known=frozenset(item.claim.id for item in report.claims),
    )
    return text


def _environment() -> Any:  # noqa: ANN401 - jinja2 is not always there
    try:
        jinja2 = import_module("jinja2")
    except ImportError:
        raise MissingExtraError(
            "to write the report, jinja2 has to be installed", 'pip install "factcheck-cli[report]"'
        ) from None
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _part(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8").strip()


def _policy(style: str, scripts: tuple[str, ...]) -> str:
    allowed = " ".join(map(_hash, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(part: str) -> str:
    digest = base64.b64encode(hashlib.sha256(part.encode("utf-8")).digest())
    return f"'sha256-{digest.decode('ascii')}'"


def _web(url: str | None) -> str | None:
    """An address that may be a link: of the web, and nothing else."""
    return url if url is not None and re.match(r"https?://", url) else None


def _language(code: str) -> str:
    return code if _LANGUAGE.fullmatch(code) else "und"
