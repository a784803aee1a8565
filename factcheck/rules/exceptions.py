"""What an exception of coverage quotes stands in a source that there is (FC205, FC108)."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.anchor import resolve
from factcheck.model import CoverageException, Diagnostic, Severity, TextQuoteSelector
from factcheck.rules.quotes import not_verbatim
from factcheck.schema import nearest
from factcheck.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Diagnostic]:
    """The exceptions that quote what is not there."""
    for exception in workspace.exceptions:
        document = workspace.documents.get(exception.source)
        if document is None:
            known = [source.id for source in workspace.sources]
            if exception.source not in known:
                near = nearest(exception.source, known)
                mend = f"did you mean `{near}`?" if near else "describe it in src_text/sources.toml"
                yield _exception_fault("FC108", f"unknown source `{exception.source}`", exception, mend)
        elif exception.quote not in document.text:
            message, mend = not_verbatim(
                workspace, document, resolve(document, TextQuoteSelector(exception.quote))
            )
            yield _exception_fault("FC205", f"of an exception: {message}", exception, mend)


def _exception_fault(code: str, message: str, exception: CoverageException, mend: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, exception.location, mend, subject=exception.quote)
