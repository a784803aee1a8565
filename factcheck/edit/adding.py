"""`add`: a claim from its parts, held against its quote before it is written."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from factcheck.anchor.folding import plain
from factcheck.claims import load_claims_folder
from factcheck.contents import ALIASES_FILE, EXCEPTIONS_FILE
from factcheck.edit.applying import read_for_edit
from factcheck.edit.entries import written_entry
from factcheck.edit.filetext import append_to_jsonl, append_to_toml
from factcheck.edit.quoting import Quoted
from factcheck.errors import InputError, WorkspaceError
from factcheck.files import BOM, decode, inside, read_bytes
from factcheck.inquiry import checked_statement, statement_kind
from factcheck.judge import Judge, Judgement
from factcheck.model import Claim, Edit, Label, Location, Reason, Stance
from factcheck.schema import load_schema, problems
from factcheck.tomlfile import parse_toml
from factcheck.workspace import Workspace

DEFAULT_FILE = "claims/claims.toml"
_SLUG_WORDS, _SLUG_LENGTH = 7, 60


@dataclass(frozen=True, slots=True)
class Draft:
    """What a curator says of a new claim, beside its quote."""

    statement: str
    stance: Stance = Stance.SUPPORTS
    id: str | None = None
    """None for one made of the statement's words."""
    also: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A wording of a claim held against its quote."""

    wording: str
    judgement: Judgement
    contrary: bool
    """True where the quote does the opposite of what its stance says, or speaks of something unlike it."""


@dataclass(frozen=True, slots=True)
class Addition:
    """The edit that adds a claim, the claim's id, and where it will stand."""

    edit: Edit
    id: str
    location: Location


def hold(workspace: Workspace, draft: Draft, quoted: Quoted) -> tuple[Held, ...]:
    """Hold every wording of a draft against its quote.

    Raises `InputError` for a wording that is empty, too long, a question or no sentence.
    """
    issued = quoted.document.source.issued
    quote = workspace.analysis(quoted.text, issued)
    known = workspace.known_words(quoted.document, quoted.span)
    judge = Judge(workspace.lexicon, workspace.calibration)
    found = []
    for wording in (draft.statement, *draft.also):
        statement = workspace.analyst.analyse(checked_statement(wording), issued)
        kind = statement_kind(statement)
        if kind is not None:
            what = "a question is" if kind is Reason.QUESTION else "a few words are"
            raise InputError(
                f"{what} not a statement: “{wording}”", "write a sentence that can be true or false"
            )
        judgement = judge.pair(statement, quote, known)
        found.append(Held(wording, judgement, _is_contrary(judgement, draft.stance)))
    return tuple(found)


def _is_contrary(judgement: Judgement, stance: Stance) -> bool:
    if stance is Stance.SUPPORTS:
        return bool(judgement.conflicts)
    return judgement.label is Label.SUPPORTED


def addition(root: Path, draft: Draft, quoted: Quoted, file: str = DEFAULT_FILE) -> Addition:
    """The edit that adds a claim. Take `locked` around it and `apply`: it reads the claims anew.

    Raises `InputError` for an id or a wording that is taken, a file that claims are not read from, and
    a source that has changed; `WorkspaceError` for claims files with faults.
    """
    folder = load_claims_folder(root)
    if folder.diagnostics:
        raise WorkspaceError("the claims have faults", folder.diagnostics, "mend them first")
    _require_unchanged(root, quoted)
    path = claims_path(root, file)
    identifier = draft.id or slug(draft.statement, {claim.id for claim in folder.claims})
    _require_new(folder.claims, identifier, (draft.statement, *draft.also))
    entry = claim_entry(draft, identifier, quoted)
    for problem in problems({"claim": [entry]}, load_schema("claims")):
        key = next((str(part) for part in reversed(problem.path) if isinstance(part, str)), "claim")
        raise InputError(f"{key}: {problem.message}", problem.mend)
    old = read_for_edit(root, path)
    text = "" if old is None else decode(old, path)
    bom = BOM if text.startswith(BOM) else ""
    new = _appended(path, text.removeprefix(BOM), entry)
    edit = Edit(path, old, (bom + new).encode("utf-8"))
    return Addition(edit, identifier, Location(path, _last_line(path, new)))


def claim_entry(draft: Draft, identifier: str, quoted: Quoted) -> dict[str, Any]:
    """The claim as its file holds it; keys that say nothing are left out."""
    selector = quoted.selector
    evidence = {
        "source": quoted.document.source.id,
        "quote": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "stance": draft.stance.value if draft.stance is not Stance.SUPPORTS else "",
        "speaker": quoted.speaker,
    }
    entry = {
        "id": identifier,
        "statement": draft.statement.strip(),
        "also": [wording.strip() for wording in draft.also],
        "tags": list(draft.tags),
        "note": draft.note,
    }
    return {key: value for key, value in entry.items() if value} | {
        "evidence": [{key: value for key, value in evidence.items() if value}]
    }


def slug(statement: str, taken: Iterable[str] = ()) -> str:
    """An id of a statement's first words in plain letters, with a number where it is taken."""
    plain_letters = unicodedata.normalize("NFKD", statement).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain_letters.lower().replace("'", ""))[:_SLUG_WORDS]
    while len(words) > 1 and len("-".join(words)) > _SLUG_LENGTH:
        words.pop()
    base = "-".join(words)[:_SLUG_LENGTH]
    if not base:  # a script of which nothing is left
        base = "claim-" + hashlib.sha256(statement.encode()).hexdigest()[:8]
    used = set(taken)
    number = 2
    made = base
    while made in used:
        made, number = f"{base}-{number}", number + 1
    return made


def claims_path(root: Path, file: str) -> str:
    """`file` as a path of the workspace. Raises `InputError` where claims are not read from it."""
    target = inside(root, file)
    given = Path(file)
    if given.is_absolute() and target is not None:
        file = target.relative_to(root.resolve()).as_posix()
    path = PurePosixPath(file.replace("\\", "/"))
    if target is None or path.parent != PurePosixPath("claims") or path.suffix not in (".toml", ".jsonl"):
        raise InputError(
            f"{file}: claims are read from claims/*.toml and claims/*.jsonl only", "name such a file"
        )
    if path.name in (ALIASES_FILE, EXCEPTIONS_FILE):
        raise InputError(f"{file}: holds something else than claims", "name another file")
    return str(path)


def _require_unchanged(root: Path, quoted: Quoted) -> None:
    source = quoted.document.source
    target = inside(root, source.path)
    data = read_bytes(target, source.path) if target else b""
    if hashlib.sha256(data).hexdigest() != quoted.document.sha256:
        raise InputError(f"{source.path}: changed since it was read", "nothing was written; run it again")


def _require_new(claims: Sequence[Claim], identifier: str, wordings: Sequence[str]) -> None:
    known = {plain(wording): claim for claim in claims for wording in claim.wordings}
    own: set[str] = set()
    for claim in claims:
        if claim.id == identifier:
            raise InputError(
                f"the id `{identifier}` is already used at {claim.location}", "give it another --id"
            )
    for wording in wordings:
        key = plain(wording)
        if key in known:
            other = known[key]
            raise InputError(
                f"“{wording}” is already a wording of claim `{other.id}` ({other.location})",
                "add evidence to that claim, or say what differs",
            )
        if key in own:
            raise InputError(f"“{wording}” is given twice", "leave one out")
        own.add(key)


def _last_line(path: str, text: str) -> int:
    """Where the last claim of a file begins."""
    if path.endswith(".jsonl"):
        return text.count("\n")
    toml = parse_toml(text)
    return toml.line(("claim", len(toml.data["claim"]) - 1))


def _appended(path: str, text: str, entry: dict[str, Any]) -> str:
    if path.endswith(".jsonl"):
        return append_to_jsonl(text, entry)
    try:
        return append_to_toml(text, written_entry("claim", entry), "claim", entry)
    except InputError as error:
        raise InputError(
            f"{path}: {error.message}", "name another --file, or add the claim by hand"
        ) from None
