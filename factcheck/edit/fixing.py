"""`fix`: which faults of a workspace's quotes and hashes can be mended, and the edits that mend them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from factcheck.contents import EXCEPTIONS_FILE, SOURCES_FILE
from factcheck.datafiles import parse_json_object
from factcheck.drifted import drifted_quotes, has_changed, told
from factcheck.edit.applying import read_for_edit
from factcheck.edit.filetext import Setting, set_in_jsonl, set_in_toml
from factcheck.edit.mending import Mend, Mender
from factcheck.edit.placing import Safety
from factcheck.errors import InputError
from factcheck.files import BOM, decode
from factcheck.model import Claim, Document, Edit, Evidence, TextQuoteSelector
from factcheck.tomlfile import parse_toml
from factcheck.workspace import Workspace


@dataclass(frozen=True, slots=True)
class FixPlan:
    """What `fix` would do. `mended` is what `edits` do, `left` what they do not."""

    edits: tuple[Edit, ...]
    mended: tuple[Mend, ...]
    left: tuple[Mend, ...]
    drifts: tuple[str, ...]
    """Of each source that has changed, what became of its quotes, in a sentence."""


def plan(workspace: Workspace, *, unsafe: bool = False) -> FixPlan:
    """Work out what can be mended; with `unsafe`, what needs a judgement too. Nothing is written.

    Raises `InputError` for a file that cannot be read or not be edited in place.
    """
    mender = Mender(workspace)
    found = _without_doubles(workspace, [*mender.quotes(), *mender.exceptions()])
    wanted = {Safety.SAFE, Safety.UNSAFE} if unsafe else {Safety.SAFE}
    mended = [mend for mend in found if mend.safety in wanted]
    left = [mend for mend in found if mend.safety not in wanted]
    for hash_mend in _hashes(workspace, mended, left):
        (mended if hash_mend.safety is Safety.SAFE else left).append(hash_mend)
    drifts = tuple(
        f"{workspace.documents[name].source.path} has changed; {told(quotes)}"
        for name, quotes in drifted_quotes(workspace).items()
    )
    return FixPlan(tuple(_edits(workspace, mended)), tuple(mended), tuple(left), drifts)


def _without_doubles(workspace: Workspace, mends: list[Mend]) -> list[Mend]:
    """Claims that share an id cannot be told apart: a person has to part them first."""
    counts = Counter(claim.id for claim in workspace.claims)
    return [
        replace(mend, safety=Safety.NEVER, values={}, help="give the claims ids of their own first")
        if mend.claim is not None and counts[mend.claim] > 1
        else mend
        for mend in mends
    ]


def _hashes(workspace: Workspace, mended: list[Mend], left: list[Mend]) -> Iterator[Mend]:
    """The hashes of sources that have changed: safe where every quote stands once `mended` are made."""
    if not any(map(has_changed, workspace.documents.values())):
        return
    done = {(mend.claim, mend.number) for mend in mended if mend.claim is not None}
    standing: dict[str, bool] = {}
    for claim in workspace.claims:
        for number, evidence in enumerate(claim.evidence):
            stands = (claim.id, number) in done or workspace.anchor(evidence) is not None
            standing[evidence.source] = standing.get(evidence.source, True) and stands
    torn = {source for source, stands in standing.items() if not stands}
    torn |= {_source_of(workspace, mend) for mend in left}
    for document in workspace.documents.values():
        if has_changed(document):
            yield _hash_mend(document, document.source.id in torn)


def _source_of(workspace: Workspace, mend: Mend) -> str:
    """The source of what a mend would have mended."""
    if mend.claim is None:
        same = [item for item in workspace.exceptions if item.location.path == mend.location.path]
        return same[mend.number].source
    return workspace.claim(mend.claim).evidence[mend.number].source


def _hash_mend(document: Document, torn: bool) -> Mend:
    source = document.source
    if torn:
        told = f"{source.path} has changed, and not every quote stands in it"
        return Mend("FC203", source.location, None, told, Safety.NEVER, {}, help="mend its quotes first")
    told = f"every quote of {source.path} stands: its hash is taken anew"
    return Mend("FC203", source.location, None, told, Safety.SAFE, {"sha256": document.sha256}, source.id)


def _edits(workspace: Workspace, mends: Iterable[Mend]) -> Iterator[Edit]:
    by_path: dict[str, list[Mend]] = {}
    for mend in mends:
        by_path.setdefault(mend.location.path, []).append(mend)
    for path, group in by_path.items():
        old = read_for_edit(workspace.root, path)
        if old is None:
            raise InputError(f"{path}: is gone", "nothing was written; run it again")
        text = decode(old, path)
        bom = BOM if text.startswith(BOM) else ""
        new = _edited(workspace, path, text.removeprefix(BOM), group)
        yield Edit(path, old, (bom + new).encode("utf-8"))


def _edited(workspace: Workspace, path: str, text: str, mends: list[Mend]) -> str:
    try:
        if not path.endswith(".jsonl"):
            data = parse_toml(text).data
            return set_in_toml(text, [_setting(workspace, path, data, mend) for mend in mends])
        for mend in mends:
            claim, evidence = _quoted(workspace, mend)
            number = claim.location.line
            item, _ = parse_json_object(text.split("\n")[number - 1])
            if item is None or not _is_evidence(item, claim, mend.number, evidence):
                raise KeyError(claim.id)
            setting = Setting(("evidence", mend.number), mend.values, "quote")
            text = set_in_jsonl(text, number, [setting])
        return text
    except (KeyError, IndexError, TypeError):
        raise InputError(f"{path}: changed since it was read", "nothing was written; run it again") from None
    except InputError as error:
        raise InputError(f"{path}: {error.message}", error.mend) from None


def _setting(workspace: Workspace, path: str, data: dict[str, Any], mend: Mend) -> Setting:
    """Where in a TOML file a mend belongs; the file must still hold what the mend was worked out from."""
    if path == SOURCES_FILE:
        numbers = [n for n, item in enumerate(data["source"]) if item["id"] == mend.quote]
        return Setting(("source", numbers[0]), mend.values, "sha256")
    if path == f"claims/{EXCEPTIONS_FILE}":
        source = _source_of(workspace, mend)
        numbers = [
            n
            for n, item in enumerate(data["exception"])
            if (item.get("source"), item.get("quote")) == (source, mend.quote)
        ]
        number = mend.number if mend.number in numbers else numbers[0]
        return Setting(("exception", number), mend.values, "quote")
    claim, evidence = _quoted(workspace, mend)
    for number, item in enumerate(data["claim"]):
        if isinstance(item, dict) and _is_evidence(item, claim, mend.number, evidence):
            return Setting(("claim", number, "evidence", mend.number), mend.values, "quote")
    raise KeyError(claim.id)


def _quoted(workspace: Workspace, mend: Mend) -> tuple[Claim, Evidence]:
    claim = workspace.claim(mend.claim or "")
    return claim, claim.evidence[mend.number]


def _is_evidence(item: dict[str, Any], claim: Claim, number: int, evidence: Evidence) -> bool:
    """True where a claim in a file is the one that was read, and its evidence too."""
    if item.get("id") != claim.id:
        return False
    entry = item["evidence"][number]
    selector = TextQuoteSelector(entry["quote"], entry.get("prefix", ""), entry.get("suffix", ""))
    return bool(selector == evidence.selector and entry["source"] == evidence.source)
