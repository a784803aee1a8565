"""Claims files to `Claim`s, with their places. What is wrong in a file comes back as `Diagnostic`s."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from factcheck.contents import ALIASES_FILE, EXCEPTIONS_FILE, ClaimsFolder, claims_files
from factcheck.datafiles import DataPath, parse_file, parse_lines, schema_diagnostics
from factcheck.files import inside, uncollected
from factcheck.items import claim_at
from factcheck.model import (
    Alias,
    Claim,
    CoverageException,
    Diagnostic,
    Location,
    Severity,
)
from factcheck.schema import load_schema, problems
from factcheck.tomlfile import TomlFile

_Item = TypeVar("_Item")


def load_claims_folder(root: Path) -> ClaimsFolder:
    """Read every `claims/*.toml` and `claims/*.jsonl` below `root`, in the order of their names."""
    claims: list[Claim] = []
    aliases: tuple[Alias, ...] = ()
    exceptions: tuple[CoverageException, ...] = ()
    found: list[Diagnostic] = []
    for path in claims_files(root):
        shown = f"claims/{path.name}"
        if inside(root, shown) is None:
            found.append(leads_out(shown))
        elif path.name == ALIASES_FILE:
            aliases = _toml_items(path, shown, "aliases", "alias", _alias, found)
        elif path.name == EXCEPTIONS_FILE:
            exceptions = _toml_items(path, shown, "exceptions", "exception", _exception, found)
        else:
            claims.extend(load_claims(path, shown, found))
    found.extend(_duplicate_ids(claims))
    return ClaimsFolder(tuple(claims), aliases, exceptions, tuple(found))


def load_names(root: Path) -> ClaimsFolder:
    """Read what `claims/` holds besides claims: the names and the declared exceptions."""
    found: list[Diagnostic] = []
    aliases: tuple[Alias, ...] = ()
    exceptions: tuple[CoverageException, ...] = ()
    for path in claims_files(root):
        shown = f"claims/{path.name}"
        if inside(root, shown) is None:
            found.append(leads_out(shown))
        elif path.name == ALIASES_FILE:
            aliases = _toml_items(path, shown, "aliases", "alias", _alias, found)
        elif path.name == EXCEPTIONS_FILE:
            exceptions = _toml_items(path, shown, "exceptions", "exception", _exception, found)
    return ClaimsFolder((), aliases, exceptions, tuple(found))


def load_claims(path: Path, shown: str, found: list[Diagnostic]) -> list[Claim]:
    """The claims of one file; what is wrong is added to `found`. `shown` names the file in places."""
    if path.suffix == ".jsonl":
        return _load_jsonl(path, shown, found)
    return list(_toml_items(path, shown, "claims", "claim", _claim, found))


def _toml_items(
    path: Path,
    shown: str,
    schema: str,
    table: str,
    build: Callable[[dict[str, Any], Callable[[DataPath], Location]], _Item],
    found: list[Diagnostic],
) -> tuple[_Item, ...]:
    toml = parse_file(path, shown, found)
    if toml is None:
        return ()

    def place(at: DataPath) -> Location:
        return Location(shown, toml.line(at))

    def claim_of(at: DataPath) -> str | None:
        if len(at) < 2 or not isinstance(at[1], int):
            return None
        item = toml.data[table][at[1]]
        identifier = item.get("id") if isinstance(item, dict) else None
        return identifier if isinstance(identifier, str) else None

    wrong = list(schema_diagnostics(toml.data, load_schema(schema), place, claim_of))
    found.extend(wrong)
    if wrong:
        return _sound_items(toml, table, build, place, schema)
    return tuple(
        build(item, _below(place, (table, index))) for index, item in enumerate(toml.data.get(table, ()))
    )


def _sound_items(
    toml: TomlFile,
    table: str,
    build: Callable[[dict[str, Any], Callable[[DataPath], Location]], _Item],
    place: Callable[[DataPath], Location],
    schema: str,
) -> tuple[_Item, ...]:
    """The items that are right by themselves, from a file in which others are wrong."""
    rules = load_schema(schema)
    items = toml.data.get(table, ())
    if not isinstance(items, list):
        return ()
    return tuple(
        build(item, _below(place, (table, index)))
        for index, item in enumerate(items)
        if not any(problems({table: [item]}, rules))
    )


def _below(place: Callable[[DataPath], Location], top: DataPath) -> Callable[[DataPath], Location]:
    return lambda path: place((*top, *path))


def _load_jsonl(path: Path, shown: str, found: list[Diagnostic]) -> list[Claim]:
    full = load_schema("claims")
    rules = {**full["$defs"]["claim"], "$defs": full["$defs"]}
    with uncollected():
        return [
            claim_at(item, place, [place] * len(item.get("evidence", ())))
            for item, place in parse_lines(path, shown, rules, found)
        ]


def _claim(item: dict[str, Any], place: Callable[[DataPath], Location]) -> Claim:
    quotes = [place(("evidence", index, "quote")) for index in range(len(item.get("evidence", ())))]
    return claim_at(item, place(()), quotes)


def _alias(item: dict[str, Any], place: Callable[[DataPath], Location]) -> Alias:
    return Alias(tuple(item["names"]), item.get("kind", "thing"), place(()))


def _exception(item: dict[str, Any], place: Callable[[DataPath], Location]) -> CoverageException:
    return CoverageException(item["source"], item["quote"], item["reason"], place(()))


def _duplicate_ids(claims: list[Claim]) -> Iterator[Diagnostic]:
    seen: dict[str, Claim] = {}
    for claim in claims:
        first = seen.setdefault(claim.id, claim)
        if first is not claim:
            message = f"the id `{claim.id}` is already used at {first.location}"
            yield Diagnostic(
                "FC106", Severity.ERROR, message, claim.location, "give this claim an id of its own", claim.id
            )


def leads_out(shown: str) -> Diagnostic:
    """The fault of a claims file that is a link to somewhere else."""
    return Diagnostic(
        "FC111",
        Severity.ERROR,
        "leads out of the workspace",
        Location(shown),
        "keep claims files inside the workspace",
    )
