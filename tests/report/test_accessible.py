"""axe-core finds nothing to complain of, in any part, wide and narrow, light and dark."""

from itertools import pairwise

import pytest

SIZES = {"wide": 1280, "narrow": 320}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("fragment", ["", "#claim=railway-agreement", "#s2", "#statements", "#coverage"])
def test_axe_finds_no_violation(page, report, axe, fragment, size, scheme):
    page.open(report(), fragment, width=SIZES[size], scheme=scheme)
    # The page's own policy lets no other script in; the driver's scripts stand outside of it.
    page.run(f"{axe}; window.axe = axe")
    found = page.driver.execute_async_script(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        ".then(arguments[0], error => arguments[0]({violations: [{id: String(error), nodes: []}], passes: []}))"
    )
    assert {rule["id"]: [node["html"][:160] for node in rule["nodes"]] for rule in found["violations"]} == {}
    assert "color-contrast" in {rule["id"] for rule in found["passes"]}


@pytest.mark.parametrize("landmark", ["header", "main", "footer", "nav[aria-label]", "form[role=search]"])
def test_it_has_the_landmarks_that_a_screen_reader_jumps_to(page, report, landmark):
    page.open(report())
    assert page.texts(landmark)


def test_headings_go_down_by_one(page, report):
    page.open(report())
    levels = page.run(
        "return [...document.querySelectorAll('h1, h2, h3, h4, h5')].filter(e => e.checkVisibility())"
        ".map(e => Number(e.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
