from __future__ import annotations

import pytest

from factcheck.language import irrealis_words, views
from factcheck.language.irrealis import CUES, GOVERNING

NO_CUES = {"UNDER", "ASCRIBED"}
"""What only follows a cue, and what a statement has."""
TABLES = {
    name: words
    for name, words in {**vars(irrealis_words), **vars(views)}.items()
    if name.isupper() and not name.startswith("_") and isinstance(words, frozenset | dict)
}


@pytest.mark.parametrize("name", sorted(TABLES.keys() - NO_CUES))
def test_every_word_of_the_tables_is_looked_for(name: str) -> None:
    assert not set(TABLES[name]) - CUES - GOVERNING
