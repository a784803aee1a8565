"""The report in a real browser: clicks, keys, addresses, search, filters, print, a small screen, no script."""

import base64
from io import BytesIO

import pytest

pytest.importorskip("selenium", reason="selenium is not installed (the extra `test`)")
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

STAFF = "Over three hundred people work in the port today."
DENIAL = "Our colleagues at the railway deny having signed any agreement with the port."


@pytest.fixture
def opened(page, report):
    return page.open(report())


def test_a_click_on_words_shows_the_claims_that_they_back_and_how_to_cite_them(opened):
    opened.click(opened.words(STAFF))
    assert opened.claims() == ["port-staff"]
    assert opened.marked() == STAFF
    (citation,) = opened.texts("#selection-citation")
    assert citation.startswith("Ines Varga (harbour master)")
    assert citation.endswith("line 9.")
    opened.click(opened.run("return document.getElementById('close')"))
    assert opened.claims() == ["port-reopened", "port-staff", "railway-agreement"]


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("The port of Porto Lume reopened", ["port-reopened"]),
        ("Over three hundred people", ["port-staff"]),
        ("about forty of", []),
        ("We did not close the northern quay", []),
        ("In May 2024 the port signed", ["railway-agreement"]),
        ("Our colleagues at the railway deny", ["railway-agreement"]),
        ("We trust them", []),
        ("How many people work", []),
        ("THE PORT AND ITS PEOPLE", []),
    ],
)
def test_one_click_tells_of_any_sentence_what_it_backs_and_how_to_cite_it(opened, words, claims):
    opened.click(opened.words(words))
    assert opened.claims() == claims
    assert "“The port is open again”, Lume Courier, June 2024, line" in opened.texts("#selection-citation")[0]
    assert bool(opened.texts("#selection-note")) is not bool(claims) or opened.texts("#selection-note") == [""]


def test_a_click_on_a_claim_leads_to_its_words(page, report):
    page.open(report(), height=400)
    page.click(page.run("return document.querySelector('li.claim[data-c=\"1\"] .go')"))
    assert page.marked() == STAFF
    assert page.is_seen(page.words(STAFF))
    assert page.run("return location.hash") == "#claim=port-staff"


def test_a_click_beside_the_words_of_a_claim_leads_there_too(opened):
    opened.click(opened.run("return document.querySelector('li.claim[data-c=\"1\"] .meta')"))
    assert opened.marked() == STAFF


def test_words_that_speak_against_a_claim_are_marked_otherwise(page, report):
    page.open(report(), "#claim=railway-agreement")
    against = page.run("return [...document.querySelectorAll('.s.on.against')].map(s => s.textContent).join('')")
    assert against == DENIAL


def test_a_number_leads_to_its_claim(opened):
    opened.click(opened.run("return document.querySelector('a.n[href=\"#claim=port-staff\"]')"))
    assert opened.texts("li.claim.on a.id") == ["port-staff"]


@pytest.mark.parametrize("width", [1280, 390])
def test_an_address_leads_to_its_claim(page, report, width):
    page.open(report(), "#claim=port-staff", width=width)
    assert page.texts("li.claim.on a.id") == ["port-staff"]
    assert page.marked() == STAFF
    assert page.is_seen(page.run("return document.querySelector('li.claim.on h3')"))


@pytest.mark.parametrize("fragment", ["#claim=no-such-claim", "#%", "#nothing", "#s99999", "#statement=77", "#claim="])
def test_an_address_that_leads_nowhere_does_no_harm(page, report, fragment):
    page.open(report(), fragment)
    assert len(page.claims()) == 3


def test_an_address_of_a_statement_leads_there_and_back_to_the_text(page, report):
    page.open(report(), "#statement=2")
    assert page.texts(".views [aria-current]") == ["Statements"]
    assert page.is_seen(page.run("return document.getElementById('statement=2').querySelector('h3')"))
    page.click(page.run("return document.querySelector('[id=\"statement=2\"] .by a')"))
    assert page.texts("li.claim.on a.id") == ["port-staff"]


def test_the_way_back_leads_back(page, report):
    page.open(report())
    page.click(page.run("return document.querySelector('.views a[data-view=coverage]')"))
    assert page.texts(".views [aria-current]") == ["Coverage"]
    page.run("history.back()")
    page.settle()
    assert page.texts(".views [aria-current]") == ["Text and claims"]


def test_the_keyboard_is_enough(opened):
    opened.words(STAFF).send_keys(Keys.ENTER)
    assert opened.claims() == ["port-staff"]
    assert opened.focus().get_attribute("id") == "claims-title"
    for _ in range(8):
        opened.focus().send_keys(Keys.TAB)
        if "go" in (opened.focus().get_attribute("class") or "").split():
            break
    opened.focus().send_keys(Keys.ENTER)
    assert opened.focus().text == STAFF
    opened.focus().send_keys(Keys.ESCAPE)
    assert len(opened.claims()) == 3
    assert opened.focus().text == STAFF


def test_every_link_and_field_is_reached_by_tab(opened):
    reachable = opened.run(
        "return [...document.querySelectorAll('a[href], button, input, select, summary')]"
        ".filter(e => e.checkVisibility() && e.tabIndex < 0).length"
    )
    assert reachable == 0


def test_the_first_stops_of_the_keyboard_are_the_ways_past(opened):
    opened.run("return document.body").send_keys(Keys.TAB)
    assert opened.focus().text == "To the text"
    assert opened.is_seen(opened.focus())


@pytest.mark.parametrize(
    ("query", "claims"),
    [
        ("RAILWAY", ["railway-agreement"]),
        ("more than 300", ["port-staff"]),
        ("fire march", ["port-reopened"]),
        ("zebra", []),
        ("", ["port-reopened", "port-staff", "railway-agreement"]),
    ],
)
def test_search_finds_claims_by_all_that_they_say(opened, query, claims):
    opened.run("return document.getElementById('query')").send_keys(query)
    opened.settle()
    assert opened.claims() == claims


def test_search_tells_and_marks_where_the_text_has_it(opened):
    opened.run("return document.getElementById('query')").send_keys("northern quay")
    opened.settle()
    assert opened.texts("#status") == ["0 of 3 claims · 0 of 4 statements · 1 place in the text"]
    assert opened.run("return [...CSS.highlights.get('found')].map(String)") == ["northern quay"]
    assert opened.texts("#nothing") == ["No claim passes the filters."]


@pytest.mark.parametrize(
    ("field", "value", "claims", "statements"),
    [
        ("tag", "staff", ["port-staff"], ["2"]),
        ("speaker", "Tomas Reyl", ["railway-agreement"], ["3"]),
        ("verdict", "supported", ["port-reopened"], ["1"]),
        ("verdict", "refuted", ["port-staff"], ["2"]),
        ("verdict", "conflicting", ["railway-agreement"], ["3"]),
    ],
)
def test_filters(opened, field, value, claims, statements):
    opened.choose(field, value)
    assert opened.claims() == claims
    opened.click(opened.run("return document.querySelector('.views a[data-view=statements]')"))
    shown = opened.texts("li.answer .judged .number")
    assert shown[: len(statements)] == statements
    assert "4" not in shown
    opened.click(opened.run("return document.getElementById('clear')"))
    opened.settle()
    assert len(opened.texts("li.answer")) == 4


def test_a_statement_stands_beside_its_quote_with_the_clash_marked_in_both(page, report):
    page.open(report(), "#statement=2")
    sides = "[id='statement=2'] .pair:first-of-type .side:nth-child({}) mark.clash"
    assert page.texts(sides.format(1))[0] == "Over three thousand"
    assert page.texts(sides.format(2))[0] == "Over three hundred"
    left, right = page.run(
        "return [...document.querySelectorAll('[id=\"statement=2\"] .side')].slice(0, 2)"
        ".map(side => side.getBoundingClientRect().left)"
    )
    assert left < right


def test_a_citation_is_copied(opened):
    opened.driver.execute_cdp_cmd(
        "Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    )
    opened.click(opened.run("return document.querySelector('li.claim[data-c=\"1\"] .copy')"))
    opened.settle()
    assert opened.texts("#status") == ["Citation copied"]
    copied = opened.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert copied.startswith("Ines Varga (harbour master)")


@pytest.mark.parametrize("fragment", ["", "#statements", "#coverage", "#claim=port-staff"])
def test_a_screen_of_320_pixels_shows_all(page, report, fragment):
    page.open(report(), fragment, width=320, height=640)
    assert page.run("return document.documentElement.scrollWidth") <= 320
    cut = page.run(
        "return [...document.querySelectorAll('p, h1, h2, h3, h4, td, blockquote, button, select, input')]"
        ".filter(e => e.checkVisibility() && !e.closest('.same, .skip'))"
        ".filter(e => e.getBoundingClientRect().right > 321).map(e => e.outerHTML.slice(0, 80))"
    )
    assert cut == []


def test_on_a_small_screen_the_claims_come_to_the_words_and_go_again(page, report):
    page.open(report(), width=390, height=800)
    page.click(page.words(STAFF))
    assert page.is_seen(page.run("return document.getElementById('claims-title')"))
    page.click(page.run("return document.querySelector('li.claim.on .go, li.claim:not([hidden]) .go')"))
    assert page.is_seen(page.words(STAFF))
    assert page.run("return document.querySelector('.sheet')") is None


def test_without_script_it_can_be_read(page, report):
    page.open(report(), "#claim=port-staff", height=400, script=False)
    text = page.driver.find_element("tag name", "body").text
    for part in (STAFF, DENIAL, "Over three thousand people work", "line 9.", "Sentences that nothing cites"):
        assert part in text
    assert not page.driver.find_element("id", "filters").is_displayed()
    claim = page.driver.find_element("css selector", "[id='claim=port-staff']")

    def below_the_edge(driver):
        top = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssVisualViewport"]["pageY"]
        return 0 <= claim.location["y"] - top < 200

    WebDriverWait(page.driver, 20).until(below_the_edge)


def test_it_prints_what_an_editor_signs(page, report):
    pypdf = pytest.importorskip("pypdf")
    page.open(report(), "#statements")
    printed = page.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    document = pypdf.PdfReader(BytesIO(base64.b64decode(printed["data"])))
    text = " ".join(" ".join(sheet.extract_text() for sheet in document.pages).split())
    for part in (
        STAFF,
        "The port of Porto Lume signed an agreement with the railway in May 2024.",
        "Over three thousand people work in the port of Porto Lume.",
        "The port is open again”, Lume Courier, June 2024, line 9.",
        "Sentences that nothing cites",
        "I have read the claims against the words that they quote.",
        "Signature",
    ):
        assert part in text
    assert "Search" not in text
    assert {round(float(sheet.mediabox.width)) for sheet in document.pages} <= {595, 596}
