from __future__ import annotations

from functools import cache
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.analysis import Analyst
from factcheck.language.lexicon import Lexicon
from factcheck.language.names import Aliases
from factcheck.language.tags import Tag

LETTERS = MappingProxyType(
    {
        "D": Tag.DETERMINER,
        "P": Tag.PREPOSITION,
        "C": Tag.CONJUNCTION,
        "S": Tag.SUBORDINATOR,
        "R": Tag.RELATIVE,
        "O": Tag.PRONOUN,
        "X": Tag.AUXILIARY,
        "M": Tag.MODAL,
        "!": Tag.NEGATION,
        "T": Tag.TO,
        "V": Tag.VERB,
        "N": Tag.NOUN,
        "E": Tag.NAME,
        "A": Tag.ADJECTIVE,
        "B": Tag.ADVERB,
        "F": Tag.FIGURE,
        "Y": Tag.DATE,
    }
)

# A sentence, and a letter for each of its words.
SENTENCES = """
The offer for the bank was rejected. | D N P D N X V
The ash went to a sealed landfill. | D N V P D A N
The hospital admitted forty-two patients last week. | D N V F F N Y Y
In 2019 Poland lent Lithuania eighty books. | P Y E V E F N
The man who sold the car went home. | D N R V D N V B
The money that Poland lent was spent. | D N R E V X V
The minister said that he did not sign the agreement. | D N V S O X ! V D N
He wants to lend money to Greece. | O V T V N P E
A man plays guitar. | D N V N
A tall and thin man is fighting in the snow. | D A C A N X V P D N
The dogs run. | D N V
The run was long. | D N X A
The film was shot in India. | D N X V P E
Mines laid by soldiers killed two children. | N V P N V F N
Children play in the street. | N V P D N
The play was written by a child. | D N X V P D N
They can fish. | O M V
The can was empty. | D N X A
The well was dry. | D N X A
She sings well. | O V B
I like it. | O V O
It looks like rain. | O V P N
He left early. | O V B
We found the left shoe. | O V D A N
The building is tall. | D N X A
They are building a bridge. | O X V D N
Prices rose sharply. | N V B
Gas exports have grown. | N N X V
The mayor opened the new library. | D N V D A N
Nobody knows why. | O V B
The school has never opened. | D N X ! V
Her book won. | D N V
We saw her. | O V O
""".strip().splitlines()


@pytest.fixture(scope="module")
def analyst() -> Analyst:
    return Analyst(Lexicon.open(), Aliases())


@pytest.mark.parametrize("row", SENTENCES)
def test_tags(analyst: Analyst, row: str) -> None:
    sentence, _, letters = row.partition(" | ")
    analysis = analyst.analyse(sentence)
    read = [(word.text, tag) for word, tag in zip(analysis.words, analysis.tags, strict=True)]
    wanted = [(word.text, LETTERS[x]) for word, x in zip(analysis.words, letters.split(), strict=True)]
    assert read == wanted


def test_a_boundary_keeps_clauses_apart(analyst: Analyst) -> None:
    analysis = analyst.analyse("Snow fell, roads close, and schools open late.")
    verbs = [word.text for word, tag in zip(analysis.words, analysis.tags, strict=True) if tag is Tag.VERB]
    assert verbs == ["fell", "close", "open"]


def test_nothing_has_no_tags(analyst: Analyst) -> None:
    assert analyst.analyse("").tags == ()
    assert analyst.analyse(" ... !").tags == ()


WORDS = st.sampled_from(
    "the a dog dogs run runs ran running to of that who and , . ( ) ; not is was been has will Paris 3 1999 May by "
    "with quickly red seen -LRB- 's her which – but because".split()
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_every_word_has_a_tag_and_every_clause_its_verb(text: str) -> None:
    analysis = Analyst(_lexicon(), Aliases()).analyse(text)
    assert len(analysis.tags) == len(analysis.words)
    for clause in analysis.clauses:
        assert analysis.tags[clause.verb] in (Tag.VERB, Tag.AUXILIARY)
        assert clause.group[0] <= clause.verb < clause.group[1] <= len(analysis.words)


@cache
def _lexicon() -> Lexicon:
    return Lexicon.open()
