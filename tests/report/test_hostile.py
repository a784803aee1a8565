"""Texts of strangers stay text: in the claims, the source, its description, and a file of results."""

import hashlib
import json

import pytest

SCRIPT = "<script>window.hacked = 1</script>"
BREAK = "</script></title></style><img src=x onerror='window.hacked=2'><!--"
QUOTES = "\"' onmouseover=\"window.hacked=3\" x='"
TURN = "\u202egnp.exe\u202c \u2066isolate\u200f \u0007bell"
TEMPLATE = "{{ 7 * 7 }} {% raw %} ${7*7}"
EVIL = (SCRIPT, BREAK, QUOTES, TURN, TEMPLATE)
TEXT = "\n\n".join(f"Words {number}: {evil} end." for number, evil in enumerate(EVIL)) + "\n"


def toml(text):
    return json.dumps(text)  # a basic string of TOML is one of JSON, but for what JSON leaves raw


def quoted(text):
    return toml(text).replace("\x7f", "\\u007f")


@pytest.fixture
def hostile(port, run):
    folder = port.write()
    (folder / "src_text" / "port.txt").write_text(TEXT, encoding="utf-8")
    digest = hashlib.sha256(TEXT.encode("utf-8")).hexdigest()
    people = "".join(
        f"[[source.people]]\nname = {quoted(evil)}\nrole = {quoted(evil)}\noffice = {quoted(evil)}\n"
        for evil in EVIL
    )
    (folder / "src_text" / "sources.toml").write_text(
        f'[[source]]\nid = "port"\npath = "src_text/port.txt"\nsha256 = "{digest}"\ntitle = {quoted(" ".join(EVIL))}\n'
        f'kind = "interview"\npublisher = {quoted(BREAK)}\nissued = "2024"\nlanguage = "en"\n'
        f"{people}"
        f'[source.layout]\ntype = "none"\nspeaker = {quoted(EVIL[1] + EVIL[2])}\n',
        encoding="utf-8",
    )
    claims = "".join(
        f"[[claim]]\nid = \"evil-{number}\"\nstatement = {quoted(evil)}\nalso = [{quoted(evil + '!')}]\n"
        f"tags = [{quoted(evil)}]\nnote = {quoted(evil)}\nchecked_by = {quoted(evil)}\nchecked_on = \"2024-01-01\"\n"
        f"[[claim.evidence]]\nsource = \"port\"\nquote = {quoted(f'Words {number}: {evil} end.')}\n"
        for number, evil in enumerate(EVIL)
    )
    (folder / "claims" / "port.toml").write_text(claims, encoding="utf-8")
    spans = {"statement_span": [1, 5], "evidence_span": [2, 6]}
    evidence = [
        {"source": evil, "path": evil, "issued": evil, "stance": "supports", "speaker": evil, "quote": evil, "start": 0,
         "end": 1, "line": 1, "column": 1, "citation": evil, "unaccounted": [[0, 3]],
         "conflicts": [{"code": evil, "statement": evil, "evidence": evil, **spans}]}
        for evil in EVIL
    ]  # fmt: skip
    review = {"stance": "refutes", "rating": QUOTES, "publisher": BREAK, "url": "javascript:window.hacked=7",
              "conflicts": evidence[1]["conflicts"], "unaccounted": []}  # fmt: skip
    found = {"claim_id": BREAK, "claim": BREAK, "label": "refuted", "similarity": 1, "confidence": 1}
    matches = [{**found, "evidence": [], "review": review}, {**found, "evidence": evidence}]
    answers = [
        {"schema_version": 1, "statement": evil, "label": "refuted", "confidence": 1, "reason": evil, "caveats": [evil],
         "matches": matches, "path": evil, "line": 1, "column": 1}
        for evil in EVIL
    ]  # fmt: skip
    (folder / "results.jsonl").write_text("".join(json.dumps(answer) + "\n" for answer in answers), encoding="utf-8")
    result = run("report", "--results", "results.jsonl", "-o", "report.html", "--title", " ".join(EVIL))
    assert result.exit_code == 0, result.stderr
    return folder / "report.html"


def test_nothing_that_turns_or_controls_is_in_the_page(hostile):
    text = hostile.read_text(encoding="utf-8")
    assert {char for char in text if not char.isprintable()} == {"\n"}
    assert "\\u202e" in text


def test_templates_in_texts_are_text(hostile):
    text = hostile.read_text(encoding="utf-8")
    assert "{{ 7 * 7 }} {% raw %}" in text
    assert "49" not in text.partition('id="main"')[2].partition("<script")[0].replace("#s49", "")


@pytest.mark.parametrize("fragment", ["", "#claim=evil-1", "#statements", "#coverage", "#s1"])
def test_nothing_of_it_runs(page, hostile, fragment):
    page.open(hostile, fragment)
    assert page.run("return window.hacked") is None
    assert page.run("return document.scripts.length") == 3
    unwanted = "img, iframe, base, [onmouseover], [style]:not(#claims)"
    assert page.run("return document.body.querySelectorAll(arguments[0]).length", unwanted) == 0
    assert page.run("return [...document.links].filter(a => a.protocol !== 'file:').length") == 0


def test_it_is_shown_as_it_was_written(page, hostile):
    page.open(hostile)
    statements = page.run("return [...document.querySelectorAll('li.claim h3 a')].map(a => a.textContent)")
    visible = [evil.replace("\u202e", "\\u202e").replace("\u202c", "\\u202c").replace("\u2066", "\\u2066")
               .replace("\u200f", "\\u200f").replace("\u0007", "\\x07") for evil in EVIL]  # fmt: skip
    assert statements == visible


def test_tags_and_speakers_of_strangers_filter(page, hostile):
    page.open(hostile)
    tags = page.run("return [...document.getElementById('tag').options].map(option => option.value)")[1:]
    for tag in tags:
        page.choose("tag", tag)
        assert len(page.claims()) == 1


def test_a_click_on_such_words_shows_them(page, hostile):
    page.open(hostile)
    page.click(page.words("Words 1:"))
    assert page.claims() == ["evil-1"]
    assert BREAK in page.texts("#selection-words")[0]
    assert page.run("return window.hacked") is None


def test_the_policy_stops_a_script_that_got_in_all_the_same(page, hostile):
    page.open(hostile)
    page.run("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hacked = 5\">')")
    page.run("const s = document.createElement('script'); s.textContent = 'window.hacked = 6'; document.body.append(s)")
    page.settle()
    assert page.run("return window.hacked") is None
    assert any("Content Security Policy" in error for error in page.errors())
