"""The report of the interview that ships: every sentence of it, in at most two clicks."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import cli
from factcheck.finding import find_workspace
from factcheck.model import Span
from factcheck.text import LineIndex, sentences
from factcheck.workspace import Workspace

PICTURES = Path(__file__).parents[2] / "docs" / "screenshots"
CLICK_EACH = """
return arguments[0].map((text) => {
  const parts = [...document.querySelectorAll(".s[data-s]")];
  const sentence = (number) => parts.filter((part) => part.dataset.s === number);
  const whole = (number) => sentence(number).map((part) => part.textContent).join("");
  const found = parts.find((part) => part.textContent.trim() && whole(part.dataset.s) === text && !part.seen);
  if (!found) return null;
  sentence(found.dataset.s).forEach((part) => { part.seen = true; });
  found.click();
  let clicks = 1;
  const more = document.getElementById("whole");
  if (!more.hidden) { more.click(); clicks += 1; }
  const claims = [...document.querySelectorAll("li.claim:not([hidden])")];
  return {
    clicks,
    claims: claims.map((claim) => claim.id.slice("claim=".length)),
    citations: claims.map((claim) => claim.querySelector(".citation").textContent),
    citation: document.getElementById("selection-citation").textContent,
    note: document.getElementById("selection-note").textContent,
  };
});
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    return Workspace(find_workspace(tmp_path_factory.mktemp("empty"), None))


@pytest.fixture
def interview(tmp_path, monkeypatch):
    pytest.importorskip("jinja2", reason="jinja2 is not installed (the extra `report`)")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["report", "-o", "report.html"], prog_name="factcheck")
    assert result.exit_code == 0, result.output
    return tmp_path / "report.html"


def test_the_text_of_the_page_is_the_interview_to_the_letter(page, interview, workspace):
    (document,) = workspace.documents.values()
    page.open(interview)
    script = (
        "return [...document.querySelectorAll('.block > p, .block > h4')].map(block => {"
        "const copy = block.cloneNode(true); copy.querySelectorAll('.ns').forEach(n => n.remove());"
        "return copy.textContent; })"
    )
    assert page.run(script) == [part.strip() for part in document.text.split("\n\n") if part.strip()]


def test_every_sentence_tells_in_two_clicks_which_claims_it_backs_and_how_to_cite_it(page, interview, workspace):
    (document,) = workspace.documents.values()
    spans = [span for span in sentences(document.text) if any(map(str.isalnum, span.of(document.text)))]
    page.open(interview)
    answers = page.run(CLICK_EACH, [span.of(document.text) for span in spans])
    lines = LineIndex(document.text)
    for span, answer in zip(spans, answers, strict=True):
        assert answer is not None, span.of(document.text)
        assert answer["clicks"] <= 2
        assert set(answer["claims"]) == backed(workspace, span)
        assert all(re.search(r"line \d+\.$", citation) for citation in answer["citations"])
        assert answer["citation"].endswith(f", line {lines.place(span.start)[0]}.")
        assert bool(answer["note"]) is (not answer["claims"])


def backed(workspace: Workspace, span: Span) -> set[str]:
    """The claims of which a quote shares a word with the sentence."""
    return {
        claim.id for claim in workspace.claims if any(p.span.overlaps(span) for p in workspace.cite(claim.id))
    }


def test_every_claim_is_in_the_page_once(interview, workspace):
    text = interview.read_text(encoding="utf-8")
    data = json.loads(re.search(r'id="data">(.*?)</script>', text, re.DOTALL)[1])
    assert sorted(claim["id"] for claim in data["claims"]) == sorted(claim.id for claim in workspace.claims)
    assert len(re.findall(r'<li class="claim"', text)) == len(workspace.claims)


def test_the_pictures_are_few_and_small():
    if not PICTURES.is_dir():
        pytest.skip("the pictures are in a checkout")
    sizes = {path.name: path.stat().st_size for path in PICTURES.glob("*.png")}
    assert 0 < len(sizes) <= 5
    assert max(sizes.values()) < 250_000
