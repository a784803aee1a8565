"""The invented workspace as an export, with an address for its source."""

import pytest

from factcheck.citing import Citer
from factcheck.exporters import CitedClaim, Export
from factcheck.finding import Place
from factcheck.workspace import Workspace

URL = "https://lume.example/port"
REVIEWED = """
[[claim]]
id = "port-burnt"
statement = "The port of Porto Lume burnt down twice."

[claim.review]
stance = "refutes"
rating = "Pants on fire"
publisher = "Lume Facts"
url = "https://facts.example/1?a=b"
issued = "2024-05-02"
claimant = "=cmd()"
claimed_on = "2024-05"
"""


@pytest.fixture
def addressed(port):
    """Writes the workspace, with these claims behind its own and an address for its source."""

    def write(more="", **changes):
        folder = port.write(claims=port.claims + more, **changes)
        path = folder / "src_text" / "sources.toml"
        path.write_text(
            path.read_text(encoding="utf-8").replace('language = "en"', f'language = "en"\nurl = "{URL}"'),
            encoding="utf-8",
        )
        return folder

    return write


@pytest.fixture
def export(addressed):
    """The workspace's claims with their quotes resolved."""

    def make(more=REVIEWED, base_url=None):
        workspace = Workspace(Place(addressed(more)))
        workspace.require_sound()
        citer = Citer(workspace)
        claims = tuple(CitedClaim(claim, citer.of_claim(claim)) for claim in workspace.claims)
        return Export(claims, workspace.sources, base_url)

    return make
