"""Text fragments followed by a real browser: it comes to just the word at which the stretch begins."""

import html
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

sys.path.append(str(Path(__file__).parents[2]))  # the benchmarks stand beside the package, not in it

from benchmarks.browser import chromium, missing
from factcheck.fragments import TextFragments
from factcheck.model import Span
from factcheck.text import paragraphs

TEXT = """\
Begin here, far above all the rest.

The port is open. The port isn't closed; the reporter resigned, and re-signed. Prices fell by 5%, not -5%.

THE PORT AND ITS PEOPLE

Over three hundred people work in the port. Over three hundred ships left the port & the pórt.

“The port,” she said – “is open.” The port is open.
"""
# Every word stands in a line of its own that is higher than the window, so that where the page stands tells it.
STYLE = "p { width: 1px; line-height: 2000px; margin: 0 }"
AT = """
const [number, offset] = arguments;
const range = document.createRange();
const text = document.querySelectorAll('p')[number].firstChild;
range.setStart(text, offset); range.setEnd(text, offset + 1);
const box = range.getBoundingClientRect();
return [scrollY, 0 <= box.bottom && box.top <= innerHeight];
"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Opens the text with a fragment and says whether a browser stands at an offset of it."""
    if reason := missing():
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("page")
    blocks = [block.of(TEXT) for block in paragraphs(TEXT)]
    body = "".join(f"<p>{html.escape(block)}</p>" for block in blocks)
    document = f"<!doctype html><meta charset=utf-8><style>{STYLE}</style><body>{body}</body>"
    (folder / "page.html").write_text(document, encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    with chromium() as driver:

        def stands_at(link, offset):
            driver.get("about:blank")
            driver.get(link)
            [number] = [n for n, block in enumerate(paragraphs(TEXT)) if block.start <= offset < block.end]
            where = offset - paragraphs(TEXT)[number].start
            driver.set_script_timeout(10)
            for _ in range(50):
                moved, seen = driver.execute_script(AT, number, where)
                if moved:
                    return seen
            return False

        yield f"http://127.0.0.1:{server.server_port}/page.html", stands_at
    server.shutdown()
    server.server_close()


def places(part):
    at = TEXT.find(part)
    while at >= 0:
        yield Span(at, at + len(part))
        at = TEXT.find(part, at + 1)


SPANS = [
    span
    for part in (
        *(
            "The port is open.",
            "port",
            "closed",
            "signed",
            "5%",
            "Over three hundred",
            "is open",
            "PEOPLE",
            "pórt",
        ),
        *(
            "left the port & the",
            "said – “is",
            "isn't closed; the reporter",
            "port. Over three hundred ships",
        ),
        *("5%, not -5%.\n\nTHE PORT AND ITS PEOPLE\n\nOver three",),
    )
    for span in places(part)
]


@pytest.mark.parametrize("span", SPANS, ids=lambda span: f"{span.start}-{span.end}")
def test_a_browser_comes_to_the_very_words(page, span):
    url, stands_at = page
    link = TextFragments(TEXT).link(url, span)
    assert ":~:text=" in link
    assert stands_at(link, span.start)


def test_the_page_tells_places_apart(page):
    url, stands_at = page
    first, second, *_ = places("The port is open.")
    link = TextFragments(TEXT).link(url, first)
    assert not stands_at(link, second.start)
    assert not stands_at(link, first.start + 4)
